import { clientAddressHeader } from '@/lib/accounts/client-address'
import { countFarWeek } from '@/lib/hours/mutations'
import { findUnknownTerritories } from '@/lib/search/queries'
import type { ReadingRules } from '@/lib/search/query-reader'
import { parseSearch, type Search } from '@/lib/search/schema'
import { badParameters } from '../problem'

/**
 * The search that a request asks for, or the answer that refuses it.
 *
 * @throws TooManyAttemptsError when an address asks for many weeks far away, whose hours must be judged
 */
export async function readSearch(request: Request, rules?: ReadingRules): Promise<Search | Response> {
  const { search, problems } = parseSearch(new URL(request.url).searchParams, rules)
  const all = [...problems, ...(await findUnknownTerritories(search))]
  if (all.length > 0) return badParameters(all)
  if (search.openAt instanceof Date) await countFarWeek(search.openAt, request.headers.get(clientAddressHeader))
  return search
}
