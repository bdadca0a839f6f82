import { encodeIds } from '@/lib/map/found-ids'
import { compress } from '@/lib/map/map-file'
import { numberOf } from '@/lib/map/queries'
import { listFoundIds } from '@/lib/search/queries'
import { readPageSearch } from '../../read-page-search'
import { sendCompressed } from '../send-compressed'

/**
 * The ids of all the places that a search finds, for the filters that the map's download cannot tell.
 * Its parameters are those of the page, and so are its ways: what cannot be read is left out.
 */
export async function GET(request: Request): Promise<Response> {
  const params = new URL(request.url).searchParams
  const { search } = await readPageSearch(
    Object.fromEntries([...params.keys()].map((name) => [name, params.getAll(name)])),
  )
  return sendCompressed(request, await compress(encodeIds((await listFoundIds(search)).map(numberOf))))
}
