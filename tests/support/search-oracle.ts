import { addDays, type Closure } from '@/lib/hours/closure'
import type { OpeningTime } from '@/lib/hours/opening-time'
import { readHours } from '@/lib/hours/readable-hours'
import { WallDate, withWallDates } from '@/lib/hours/wall-date'
import { localDay, wallClock } from '@/lib/hours/zone-clock'
import { facetLists } from '@/lib/search/facets'
import type { NarrowingField } from '@/lib/search/narrowing'
import { compareNear, freshDays, type Rankable } from '@/lib/search/near-ties'
import type { Search } from '@/lib/search/schema'
import { distanceInMetres, type Position } from '@/lib/territory/distance'
import { searchNameOf } from '@/lib/territory/search-name'
import { timeZoneOf } from '@/lib/territory/time-zone'
import type { SamplePlace } from './sample-places'

/** Asks the library about the very instant, without intervals or database. */
export function isOpenBruteForce(
  hours: string | null,
  departmentCode: string,
  at: Date,
  closures: readonly Closure[],
): boolean | null {
  const today = localDay(timeZoneOf(departmentCode), at)
  if (closures.some(({ from, to }) => from <= today && today <= to)) return false
  const read = hours === null ? null : readHours(hours, departmentCode)
  if (!read) return null
  const wall = wallClock(timeZoneOf(departmentCode), at)
  const state = withWallDates(() => read.getStateString(wall, true))
  return state === 'unknown' ? null : state === 'open'
}

/** Asks about each quarter of an hour of the coming fortnight that the clocks of the place show at such a time. */
function opensBruteForce(place: SamplePlace, times: readonly OpeningTime[]): boolean {
  const key = `${place.id} ${times}`
  const known = answers.get(key) ?? askedBruteForce(place, times)
  answers.set(key, known)
  return known
}

const answers = new Map<string, boolean>()

function askedBruteForce({ data, departmentCode, closures }: SamplePlace, times: readonly OpeningTime[]): boolean {
  const read = data.openingHours === null ? null : readHours(data.openingHours, departmentCode)
  if (!read) return false
  const today = localDay(timeZoneOf(departmentCode), new Date())
  for (let day = today; day < addDays(today, 14); day = addDays(day, 1)) {
    if (closures.some(({ from, to }) => from <= day && day <= to)) continue
    const weekday = new Date(day).getUTCDay()
    for (let quarter = 0; quarter < 96; quarter++) {
      const hour = quarter / 4
      const isAsked =
        (times.includes('EVENING') && weekday >= 1 && weekday <= 5 && hour >= 18) ||
        (times.includes('SATURDAY') && weekday === 6 && hour >= 8 && hour < 20) ||
        (times.includes('SUNDAY') && weekday === 0 && hour >= 8 && hour < 20)
      const shown = new WallDate(Date.parse(day) + quarter * 900_000)
      if (isAsked && withWallDates(() => read.getStateString(shown, true)) === 'open') return true
    }
  }
  return false
}

/** Whether a place meets each filter of a search, one by one; those that are not asked are met. */
export function metBruteForce(place: SamplePlace, search: Search, at: Date): Record<NarrowingField, boolean> {
  const { near, radius } = search
  const meets = (wanted: readonly string[], has: readonly string[]) =>
    wanted.length === 0 || wanted.some((value) => has.includes(value))
  const { data, services, parentCode, departmentCode, closures } = place
  return {
    radius: radius === null || near === null || distanceInMetres(near, data) <= radius * 1000,
    communeCodes: meets(search.communeCodes, [data.communeCode, parentCode ?? '']),
    departmentCodes: meets(search.departmentCodes, [departmentCode]),
    kinds: meets(search.kinds, [data.kind]),
    services: meets(search.services, services),
    audiences: meets(search.audiences, data.audiences),
    specialCare: meets(search.specialCare, data.specialCare),
    fees: meets(search.fees, data.fees),
    programmes: meets(search.programmes, data.programmes),
    labels: meets(search.labels, data.labels),
    accessModes: meets(search.accessModes, data.accessModes),
    supportModes: meets(search.supportModes, data.supportModes),
    itinerancy: meets(search.itinerancy, data.itinerancy),
    isAccessible: !search.isAccessible || data.accessibilityUrl !== null,
    openAt: search.openAt === null || isOpenBruteForce(data.openingHours, departmentCode, at, closures) === true,
    openingTimes: search.openingTimes.length === 0 || opensBruteForce(place, search.openingTimes),
    words: true,
  }
}

/** What ranks a place near a position, told from the place itself. */
function rankableOf(place: SamplePlace, search: Search, near: Position, at: Date): Rankable {
  const { id, data, services, departmentCode, closures } = place
  const values = { ...data, kinds: [data.kind], services }
  const asked = facetLists.flatMap((list) => search[list].map((code) => values[list].includes(code as never)))
  const isSheetFit = search.isAccessible && data.accessibilityUrl !== null
  return {
    id,
    distance: distanceInMetres(near, data),
    isStale: data.freshness === 'STALE',
    isOpen: isOpenBruteForce(data.openingHours, departmentCode, at, closures) === true,
    fit: asked.filter(Boolean).length + Number(isSheetFit),
    isFresh: Date.now() - data.recordDate.getTime() < (freshDays + 1) * 24 * 3600 * 1000,
  }
}

/** Every place that a search should find, in order: one loop over all of them. */
export function searchBruteForce(places: readonly SamplePlace[], search: Search, at: Date): SamplePlace[] {
  const { near } = search
  const metres = (place: SamplePlace) => (near ? distanceInMetres(near, place.data) : 0)
  const found = places.filter(
    (place) => place.data.status === 'PUBLISHED' && Object.values(metBruteForce(place, search, at)).every(Boolean),
  )
  const byId = (a: SamplePlace, b: SamplePlace) => compare(a.id, b.id)
  if (near && search.sort === 'NEAR_TIES') {
    const ranked = found.map((place) => ({ place, rank: rankableOf(place, search, near, at) }))
    return ranked.sort((a, b) => compareNear(a.rank, b.rank)).map(({ place }) => place)
  }
  if (search.sort === 'DISTANCE') return found.sort((a, b) => metres(a) - metres(b) || byId(a, b))
  if (search.sort === 'UPDATED') {
    return found.sort((a, b) => b.data.recordDate.getTime() - a.data.recordDate.getTime() || byId(a, b))
  }
  return found.sort((a, b) => compare(searchNameOf(a.data.name), searchNameOf(b.data.name)) || byId(a, b))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
