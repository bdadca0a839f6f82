import { headers } from 'next/headers'
import { clientAddressHeader } from '@/lib/accounts/client-address'
import { BusyError } from '@/lib/errors'
import { countFarWeek } from '@/lib/hours/mutations'
import { listTaking } from '@/lib/referrals/places/queries'
import { countFilters, type FilterCounts } from '@/lib/search/counts/queries'
import type { FoundPlace } from '@/lib/search/found-place'
import { searchPlaces } from '@/lib/search/queries'
import { furthestReach, type Reached } from '@/lib/search/reach'
import { isByDistance, type Search } from '@/lib/search/schema'
import { findWaysOut, type WaysOut } from '@/lib/search/ways-out/queries'
import { TooManyAttemptsError } from '@/lib/throttle/limits'

export interface Found {
  /** What was searched in the end */
  search: Search
  total: number
  places: FoundPlace[]
  /** Those of them that take referrals */
  taking: ReadonlySet<string>
  counts: FilterCounts
  /** The part of the list that a reasonable trip reaches; null where the list has one part */
  reached: Reached | null
  /** What to change, where nothing is found or nothing near */
  waysOut: WaysOut | null
  /** Why the filters on hours could not be applied; null when they were */
  unapplied: 'busy' | 'tooMany' | null
}

/** The places found; when the hours cannot be told just now, those found whatever their hours, and why. */
export async function findPlaces(search: Search): Promise<Found> {
  try {
    if (search.openAt instanceof Date) await countFarWeek(search.openAt, (await headers()).get(clientAddressHeader))
    return { ...(await find(search)), unapplied: null }
  } catch (error) {
    if (!(error instanceof BusyError || error instanceof TooManyAttemptsError)) throw error
    const unapplied = error instanceof BusyError ? 'busy' : 'tooMany'
    return { ...(await find({ ...search, openAt: null, openingTimes: [] })), unapplied }
  }
}

async function find(search: Search): Promise<Omit<Found, 'unapplied'>> {
  const isNearestFirst = search.near !== null && isByDistance(search.sort)
  const [{ total, places }, counts] = await Promise.all([searchPlaces(search), countFilters(search, isNearestFirst)])
  const reached = isNearestFirst && search.radius === null ? counts.found : null
  const isFarOnly = total > 0 && reached?.count === 0 && search.page === 1
  const [waysOut, taking] = await Promise.all([
    total === 0 || isFarOnly ? findWaysOut(search, isFarOnly ? furthestReach * 1000 : undefined) : null,
    listTaking(places.map(({ id }) => id)),
  ])
  return { search, total, places, taking, counts, reached, waysOut }
}
