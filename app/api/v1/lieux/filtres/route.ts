import { toApiCounts } from '@/lib/search/counts/api-counts'
import { countFilters } from '@/lib/search/counts/queries'
import { answering, openData } from '../../../open-data'
import { readSearch } from '../../read-search'

/** What each value of each filter would bring to a search. */
export const GET = answering(async (request) => {
  const search = await readSearch(request, { without: ['page', 'limite', 'tri'] })
  if (search instanceof Response) return search
  return openData(toApiCounts(await countFilters(search, false), search))
})
