import { answering } from '@/app/api/open-data'
import { clientAddressHeader } from '@/lib/accounts/client-address'
import { countFarWeek } from '@/lib/hours/mutations'
import { encodeIds } from '@/lib/map/found-ids'
import { compress } from '@/lib/map/map-file'
import { numberOf } from '@/lib/map/queries'
import { listFoundIds } from '@/lib/search/queries'
import { readPageSearch } from '../../read-page-search'
import { sendCompressed } from '../send-compressed'

/**
 * The ids of all the places that a search finds, for the filters that the map's download cannot tell.
 * Its parameters are those of the page, and so are its ways: what cannot be read is left out.
 * Hours that are being judged are told to be asked for again.
 */
export const GET = answering(async (request) => {
  const params = new URL(request.url).searchParams
  const { search } = await readPageSearch(
    Object.fromEntries([...params.keys()].map((name) => [name, params.getAll(name)])),
  )
  if (search.openAt instanceof Date) await countFarWeek(search.openAt, request.headers.get(clientAddressHeader))
  return sendCompressed(request, await compress(encodeIds((await listFoundIds(search)).map(numberOf))))
})
