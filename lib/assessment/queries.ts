import 'server-only'
import type { FoundPlace } from '@/lib/search/found-place'
import { type NarrowingField, narrowingsOf, withoutFilters } from '@/lib/search/narrowing'
import { pageNearSort } from '@/lib/search/page-address'
import { searchPlaces } from '@/lib/search/queries'
import { furthestReach } from '@/lib/search/reach'
import type { Search } from '@/lib/search/schema'
import { givenUpInTurn } from './search'

/** Where to look, once it is understood: a point, or a territory whose position is not known. */
export type Around = Partial<Pick<Search, 'near' | 'communeCodes' | 'departmentCodes'>>

/** Enough to choose from, and as many as fit one sheet. */
const shown = 4

export interface Matching {
  places: FoundPlace[]
  total: number
  /** All that was asked: a card tells what of it a place meets */
  asked: Search
  /** What of the answers these places do not say that they meet: a call settles it */
  givenUp: NarrowingField[]
}

/**
 * The places for a person, in the order of the public search: those that say they have all that is asked, otherwise
 * those that have the most of it, nothing given up being hidden.
 */
export async function findMatching(asked: Search, around: Around): Promise<Matching> {
  const radius = around.near ? (asked.radius ?? furthestReach) : null
  const sort = around.near ? pageNearSort : 'NAME'
  const whole: Search = { ...asked, ...around, radius, sort, limit: shown }
  const narrowed = new Set(narrowingsOf(whole).map(({ field }) => field))
  const givenUp: NarrowingField[] = []
  let search = whole
  let found = await searchPlaces(search)
  for (const field of givenUpInTurn) {
    if (found.total > 0) break
    if (!narrowed.has(field)) continue
    givenUp.push(field)
    search = withoutFilters(search, [field])
    if (field === 'radius') search.radius = furthestReach
    found = await searchPlaces(search)
  }
  return { ...found, asked: whole, givenUp }
}
