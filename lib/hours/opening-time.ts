import { LRUCache } from 'lru-cache'
import { addDays } from './closure'
import { instantOf, localDay } from './zone-clock'

/** Times of the week that people ask for, on the clocks of the place. */
export type OpeningTime = 'EVENING' | 'SATURDAY' | 'SUNDAY'

/**
 * What each one means, in local hours, `to` excluded: a place certainly open at some moment of one of
 * these stretches within the fourteen days that start today, which holds an odd week and an even one.
 */
const meanings: Readonly<Record<OpeningTime, { weekdays: readonly number[]; from: number; to: number }>> = {
  EVENING: { weekdays: [1, 2, 3, 4, 5], from: 18, to: 24 },
  SATURDAY: { weekdays: [6], from: 8, to: 20 },
  SUNDAY: { weekdays: [0], from: 8, to: 20 },
}

const horizonDays = 14
const day = 24 * 3600 * 1000

/** A stretch of time in which a place may be open, `to` excluded. */
export interface TimeWindow {
  from: Date
  to: Date
}

/** The same all day for everybody. */
const keptWindows = new LRUCache<string, readonly TimeWindow[]>({ max: 500 })

/** The stretches of some times of the week, on the clocks of a zone, in no order. */
export function windowsOf(times: readonly OpeningTime[], timeZone: string, now: Date): readonly TimeWindow[] {
  const today = localDay(timeZone, now)
  const key = `${today} ${timeZone} ${times}`
  const known = keptWindows.get(key)
  if (known) return known
  const windows = Array.from({ length: horizonDays }, (_, index) => Date.parse(addDays(today, index))).flatMap(
    (midnight) =>
      times
        .map((time) => meanings[time])
        .filter(({ weekdays }) => weekdays.includes(new Date(midnight).getUTCDay()))
        .map(({ from, to }) => ({
          from: instantOf(timeZone, midnight + from * 3_600_000),
          to: instantOf(timeZone, midnight + to * 3_600_000),
        })),
  )
  keptWindows.set(key, windows)
  return windows
}

/** The instants of the weeks that these times need, a day of clocks on either side. */
export function horizonOf(now: Date): Date[] {
  return [-1, 6, 13, horizonDays + 1].map((days) => new Date(now.getTime() + days * day))
}
