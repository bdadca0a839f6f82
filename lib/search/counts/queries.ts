import 'server-only'
import { queryFast } from '@/lib/db'
import { BusyError } from '@/lib/errors'
import { ensureWeeks } from '@/lib/hours/mutations'
import { horizonOf } from '@/lib/hours/opening-time'
import { weeksOf } from '@/lib/hours/schedule-week'
import { untilChange } from '@/lib/page-cache/until-change'
import { type Alike, countFacets } from '../facet-counts'
import { openNumber, timeNumbers } from '../facet-parameters'
import { facetGroupsOf } from '../facets'
import { instantOf, understood } from '../queries'
import { type Reached, reachOf } from '../reach'
import type { Search } from '../schema'
import { alikeStatement, everywhereAlike, uncountedConditions, withHours } from './statement'

export interface FilterCounts {
  /** The places found, and how far a reasonable trip goes; without a position, all of them */
  found: Reached
  /** What each value would bring, by its number, told as `found` is */
  of: (number: number) => number
  /** Hours are told too: not for the whole of France */
  hasHours: boolean
}

/**
 * How many places each value of each filter would bring, among those that all the other filters let through.
 *
 * @param isWithinReach with a position and no radius, only as far as a reasonable trip goes for each (`reachOf`):
 * a list that starts with these places tells the same number once the value is chosen
 * @throws BusyError when a filter on hours cannot be judged now
 */
export async function countFilters(asked: Search, isWithinReach: boolean): Promise<FilterCounts> {
  const isReach = isWithinReach && asked.near !== null && asked.radius === null
  const { alikes, hasHours } = await alikesOf(asked, isReach)
  const { found, values } = countFacets(alikes, groupsOf(asked))
  const tell = (bySteps: readonly number[] = []): Reached =>
    isReach ? reachOf(bySteps) : { kilometres: Number.POSITIVE_INFINITY, count: bySteps[0] ?? 0 }
  return { found: tell(found), of: (number) => tell(values.get(number)).count, hasHours }
}

function groupsOf(search: Search): number[][] {
  const times = timeNumbers.filter(({ time }) => search.openingTimes.includes(time)).map(({ number }) => number)
  return [
    ...facetGroupsOf(search),
    ...(search.openAt === null ? [] : [[openNumber]]),
    ...(times.length === 0 ? [] : [times]),
  ]
}

async function alikesOf(asked: Search, isReach: boolean): Promise<{ alikes: Alike[]; hasHours: boolean }> {
  const search = await understood(asked)
  const at = instantOf(search)
  const isOfHours = search.openAt !== null || search.openingTimes.length > 0
  if (!isReach && !isOfHours && uncountedConditions(search, at).length === 0) {
    return { alikes: await everywhere(), hasHours: false }
  }
  const hasHours = await ensureWeeks(weeksOf([at, ...horizonOf(new Date())])).then(
    () => true,
    (error) => {
      if (isOfHours) throw error
      if (!(error instanceof BusyError)) console.error(error)
      return false
    },
  )
  const rows = await queryFast<Parameters<typeof withHours>[0]>(alikeStatement(search, at, isReach))
  return { alikes: rows.map(withHours), hasHours }
}

/** All that is published. */
const everywhere = untilChange(() => queryFast<Alike>(everywhereAlike))
