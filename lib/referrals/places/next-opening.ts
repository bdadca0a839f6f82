import { openingState } from '@/lib/hours/opening'
import type { OpeningHours } from '@/lib/places/opening-phrase'
import { timeZoneOf } from '@/lib/territory/time-zone'

/** A person who waits is not sent where nobody is before that, in days. */
const soonDays = 14

/** Whether a place is open, or will be within two weeks; one whose hours are not known may be. */
export function opensSoon(place: OpeningHours, at: Date): boolean {
  const opening = stateOf(place, at)
  if (opening.state !== 'closed') return true
  return opening.changesAt !== null && opening.changesAt.getTime() - at.getTime() < soonDays * 24 * 3600 * 1000
}

/** When a place opens next, on its own clock and in words; null when it is not known. */
export function nextOpeningWords(place: OpeningHours, at: Date): string | null {
  const opening = stateOf(place, at)
  if (opening.state === 'open') return 'ouvert en ce moment'
  if (opening.state === 'unknown' || !opening.changesAt) return null
  const timeZone = timeZoneOf(place.departmentCode)
  const day = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', timeZone })
  const time = new Intl.DateTimeFormat('fr-FR', { hour: 'numeric', minute: '2-digit', timeZone })
  return `ouvre le ${day.format(opening.changesAt)} à ${time.format(opening.changesAt)}`
}

const stateOf = ({ openingHours, departmentCode, closures }: OpeningHours, at: Date) =>
  openingState(openingHours, departmentCode, at, closures)
