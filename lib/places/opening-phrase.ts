import type { OpeningState } from '@/lib/hours/opening'
import { wallClock } from '@/lib/hours/zone-clock'

/** A time of day, as a clock of the place shows it. */
export interface ClockTime {
  hours: number
  minutes: number
}

/** What to say of the opening: the key of a sentence, and what goes in it. */
export type OpeningPhrase =
  | { key: 'open' | 'openUntilMidnight' | 'closed' | 'unknown' }
  | { key: 'openUntil' | 'opensToday' | 'opensTomorrow'; time: ClockTime }
  | { key: 'opensOnDay' | 'opensOnDate'; time: ClockTime; date: Date }

const dayLength = 24 * 3600 * 1000

/**
 * The sentence for an opening state, in the days of the place's own clock.
 *
 * @param at the instant that the state was judged for
 * @returns with a date, its UTC fields are the day on the place's calendar
 */
export function openingPhrase(opening: OpeningState, at: Date, timeZone: string): OpeningPhrase {
  const { state, changesAt } = opening
  if (state === 'unknown') return { key: 'unknown' }
  if (!changesAt) return { key: state }
  const change = wallClock(timeZone, changesAt)
  const time = { hours: change.getUTCHours(), minutes: change.getUTCMinutes() }
  const days = dayNumber(change) - dayNumber(wallClock(timeZone, at))
  if (state === 'open') return untilClosing(time, days)
  if (days <= 0) return { key: 'opensToday', time }
  if (days === 1) return { key: 'opensTomorrow', time }
  const date = new Date(dayNumber(change) * dayLength)
  return { key: days < 7 ? 'opensOnDay' : 'opensOnDate', time, date }
}

/** Past the next night, "until" would be read as today's. */
function untilClosing(time: ClockTime, days: number): OpeningPhrase {
  if (days === 0) return { key: 'openUntil', time }
  if (days > 1) return { key: 'open' }
  if (time.hours === 0 && time.minutes === 0) return { key: 'openUntilMidnight' }
  return time.hours < 6 ? { key: 'openUntil', time } : { key: 'open' }
}

const dayNumber = (date: Date) => Math.floor(date.getTime() / dayLength)
