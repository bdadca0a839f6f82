import { addDays, type Closure } from '@/lib/hours/closure'
import type { OpeningTime } from '@/lib/hours/opening-time'
import { readHours } from '@/lib/hours/readable-hours'
import { WallDate, withWallDates } from '@/lib/hours/wall-date'
import { localDay, wallClock } from '@/lib/hours/zone-clock'
import type { Search } from '@/lib/search/schema'
import { distanceInMetres } from '@/lib/territory/distance'
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

/** Every place that a search should find, in order: one loop over all of them. */
export function searchBruteForce(places: readonly SamplePlace[], search: Search, at: Date): SamplePlace[] {
  const { near, radius } = search
  const metres = (place: SamplePlace) => (near ? distanceInMetres(near, place.data) : 0)
  const meets = (wanted: readonly string[], has: readonly string[]) =>
    wanted.length === 0 || wanted.some((value) => has.includes(value))
  const found = places.filter(
    (place) =>
      place.data.status === 'PUBLISHED' &&
      (radius === null || metres(place) <= radius * 1000) &&
      meets(search.communeCodes, [place.data.communeCode, place.parentCode ?? '']) &&
      meets(search.departmentCodes, [place.departmentCode]) &&
      meets(search.kinds, [place.data.kind]) &&
      meets(search.services, place.services) &&
      meets(search.audiences, place.data.audiences) &&
      meets(search.specialCare, place.data.specialCare) &&
      meets(search.fees, place.data.fees) &&
      meets(search.programmes, place.data.programmes) &&
      meets(search.labels, place.data.labels) &&
      meets(search.accessModes, place.data.accessModes) &&
      meets(search.supportModes, place.data.supportModes) &&
      meets(search.itinerancy, place.data.itinerancy) &&
      (!search.isAccessible || place.data.accessibilityUrl !== null) &&
      (search.openAt === null ||
        isOpenBruteForce(place.data.openingHours, place.departmentCode, at, place.closures) === true) &&
      (search.openingTimes.length === 0 || opensBruteForce(place, search.openingTimes)),
  )
  const byId = (a: SamplePlace, b: SamplePlace) => compare(a.id, b.id)
  if (search.sort === 'DISTANCE') return found.sort((a, b) => metres(a) - metres(b) || byId(a, b))
  if (search.sort === 'UPDATED') {
    return found.sort((a, b) => b.data.recordDate.getTime() - a.data.recordDate.getTime() || byId(a, b))
  }
  return found.sort((a, b) => compare(searchNameOf(a.data.name), searchNameOf(b.data.name)) || byId(a, b))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
