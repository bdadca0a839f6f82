import { encodeIds } from '@/lib/map/found-ids'
import { compress } from '@/lib/map/map-file'
import { numberOf } from '@/lib/map/queries'
import { listFoundIds } from '@/lib/search/queries'
import { parseSearch } from '@/lib/search/schema'
import { sendCompressed } from '../send-compressed'

/**
 * The ids of all the places that a search finds, for the filters that the map's download cannot tell.
 * Its parameters are those of the page, and so are its ways: what cannot be read is left out.
 */
export async function GET(request: Request): Promise<Response> {
  const { search } = parseSearch(new URL(request.url).searchParams, { ignoreEmpty: true })
  return sendCompressed(request, await compress(encodeIds((await listFoundIds(search)).map(numberOf))))
}
