import { type Closure, closureOn } from '@/lib/hours/closure'
import { type OpeningState, openingState } from '@/lib/hours/opening'
import { localDay, wallClock } from '@/lib/hours/zone-clock'
import { timeZoneOf } from '@/lib/territory/time-zone'

/** A time of day, as a clock of the place shows it. */
export interface ClockTime {
  hours: number
  minutes: number
}

/** Whether a closed place is so as usual, or by an exceptional closure. */
export type ClosedWhy = 'usual' | 'exceptional'

/** What to say of the opening: the key of a sentence, and what goes in it. */
export type OpeningPhrase =
  | { key: 'open' | 'openUntilMidnight' | 'unknown' | 'byAppointment' }
  | { key: 'openUntil' | 'closesSoon'; time: ClockTime }
  | { key: 'closed'; why: ClosedWhy }
  | { key: 'opensSoon' | 'opensToday' | 'opensTomorrow'; why: ClosedWhy; time: ClockTime }
  | { key: 'opensOnDay' | 'opensOnDate'; why: ClosedWhy; time: ClockTime; date: Date }

const dayLength = 24 * 3600 * 1000

/** A change within the hour is told as soon: time to go, or too late to set out. */
const soon = 3600 * 1000

/** What is needed of a place to tell whether it is open. */
export interface OpeningHours {
  openingHours: string | null
  departmentCode: string
  closures: readonly Closure[]
}

/** What a sentence comes to. */
export function stateOf({ key }: OpeningPhrase): OpeningState['state'] {
  if (key === 'unknown' || key === 'byAppointment') return 'unknown'
  const isOpen = key === 'open' || key === 'openUntil' || key === 'openUntilMidnight' || key === 'closesSoon'
  return isOpen ? 'open' : 'closed'
}

/** The sentence for the opening of a place at an instant. */
export function placeOpening({ openingHours, departmentCode, closures }: OpeningHours, at: Date): OpeningPhrase {
  const timeZone = timeZoneOf(departmentCode)
  const opening = openingState(openingHours, departmentCode, at, closures)
  const why = closureOn(closures, localDay(timeZone, at)) ? 'exceptional' : 'usual'
  return openingPhrase(opening, at, timeZone, why)
}

/**
 * The sentence for an opening state, in the days of the place's own clock.
 *
 * @param at the instant that the state was judged for
 * @returns with a date, its UTC fields are the day on the place's calendar
 */
export function openingPhrase(
  opening: OpeningState,
  at: Date,
  timeZone: string,
  why: ClosedWhy = 'usual',
): OpeningPhrase {
  if (opening.state === 'unknown') return { key: isByAppointment(opening.comment) ? 'byAppointment' : 'unknown' }
  const { state, changesAt } = opening
  if (!changesAt) return state === 'open' ? { key: 'open' } : { key: 'closed', why }
  const change = wallClock(timeZone, changesAt)
  const time = { hours: change.getUTCHours(), minutes: change.getUTCMinutes() }
  const days = dayNumber(change) - dayNumber(wallClock(timeZone, at))
  const isSoon = changesAt.getTime() - at.getTime() <= soon
  if (state === 'open') return isSoon ? { key: 'closesSoon', time } : untilClosing(time, days)
  if (isSoon) return { key: 'opensSoon', why, time }
  if (days <= 0) return { key: 'opensToday', why, time }
  if (days === 1) return { key: 'opensTomorrow', why, time }
  const date = new Date(dayNumber(change) * dayLength)
  return { key: days < 7 ? 'opensOnDay' : 'opensOnDate', why, time, date }
}

/** Past the next night, "until" would be read as today's. */
function untilClosing(time: ClockTime, days: number): OpeningPhrase {
  if (days === 0) return { key: 'openUntil', time }
  if (days > 1) return { key: 'open' }
  if (time.hours === 0 && time.minutes === 0) return { key: 'openUntilMidnight' }
  return time.hours < 6 ? { key: 'openUntil', time } : { key: 'open' }
}

const isByAppointment = (comment: string | null) => /rendez[-\s]?vous|\brdv\b|appointment/i.test(comment ?? '')

const dayNumber = (date: Date) => Math.floor(date.getTime() / dayLength)
