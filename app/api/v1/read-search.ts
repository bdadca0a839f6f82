import { findUnknownTerritories } from '@/lib/search/queries'
import type { ReadingRules } from '@/lib/search/query-reader'
import { parseSearch, type Search } from '@/lib/search/schema'
import { badParameters } from '../problem'

/** The search that a request asks for, or the answer that refuses it. */
export async function readSearch(request: Request, rules?: ReadingRules): Promise<Search | Response> {
  const { search, problems } = parseSearch(new URL(request.url).searchParams, rules)
  const all = [...problems, ...(await findUnknownTerritories(search))]
  return all.length > 0 ? badParameters(all) : search
}
