import { timeZoneOf } from '@/lib/territory/time-zone'
import { readHours } from './readable-hours'
import { WallDate, withWallDates } from './wall-date'
import { wallClock } from './zone-clock'

/** A day of a week to be read, in the place's own calendar. */
export interface DayHours {
  /** `YYYY-MM-DD` */
  date: string
  /** The name of the public holiday, in French */
  holiday: string | null
  slots: Slot[]
}

/** Local hours, as `09:00`. A slot that ends the next day stands on the day it starts. */
export interface Slot {
  opens: string
  /** `24:00` at midnight */
  closes: string
  isCertain: boolean
  /** What the hours say of it: "sur rendez-vous" */
  comment: string | null
}

const dayLength = 24 * 3600 * 1000

/**
 * Seven days of opening hours, from the day that the place's clocks show at an instant; null when the
 * hours cannot be read.
 */
export function weekOf(hours: string, departmentCode: string, from: Date): DayHours[] | null {
  const read = readHours(hours, departmentCode)
  const holidays = readHours('PH', departmentCode)
  if (!read) return null
  const shown = wallClock(timeZoneOf(departmentCode), from).getTime()
  const start = Math.floor(shown / dayLength) * dayLength
  const between = (hours: typeof read, first: number, last: number) =>
    withWallDates(() => hours.getOpenIntervals(new WallDate(first), new WallDate(last)))
  try {
    // From the day before, whose last slot is not this week's, to the day after, where the last one ends.
    const slots = between(read, start - dayLength, start + 8 * dayLength).flatMap(
      ([opens, closes, isUncertain, comment]) =>
        byDay(opens.getTime(), closes.getTime()).map((slot) => ({
          ...slot,
          isCertain: !isUncertain,
          comment: comment ?? null,
        })),
    )
    return Array.from({ length: 7 }, (_, index) => {
      const midnight = start + index * dayLength
      const [holiday] = holidays ? between(holidays, midnight, midnight + dayLength) : []
      return {
        date: new Date(midnight).toISOString().slice(0, 10),
        holiday: holiday?.[3] ?? null,
        slots: slots
          .filter(({ from }) => from >= midnight && from < midnight + dayLength)
          .map(({ from, to, ...rest }) => ({ opens: clock(from), closes: closing(from, to), ...rest })),
      }
    })
  } catch {
    return null
  }
}

/** An interval of more than a day becomes one of each day; a night stays whole. */
function byDay(from: number, to: number): { from: number; to: number }[] {
  if (to - from <= dayLength) return [{ from, to }]
  const midnight = (Math.floor(from / dayLength) + 1) * dayLength
  return [{ from, to: midnight }, ...byDay(midnight, to)]
}

const clock = (time: number) => new Date(time).toISOString().slice(11, 16)

function closing(from: number, to: number): string {
  const isMidnight = to % dayLength === 0 && to > from
  return isMidnight ? '24:00' : clock(to)
}
