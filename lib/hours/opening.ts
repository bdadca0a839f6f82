import { LRUCache } from 'lru-cache'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { type Closure, closureOn, withoutClosures } from './closure'
import { readHours } from './readable-hours'
import { WallDate, withWallDates } from './wall-date'
import { clockStretches, localDay } from './zone-clock'

/** A time when a place is open, `to` excluded. Not certain: "sur rendez-vous", or no closing time told. */
export interface OpenInterval {
  from: Date
  to: Date
  isCertain: boolean
  /** What the hours say of it, as they say it: "sur rendez-vous" */
  comment: string | null
}

export type OpeningState =
  | { state: 'open'; changesAt: Date | null }
  | { state: 'closed'; changesAt: Date | null }
  /** With the comment of the hours at that instant, where they have one */
  | { state: 'unknown'; changesAt: null; comment: string | null }

const day = 24 * 3600 * 1000

/** Whether the hours are OSM `opening_hours` that can be judged; blank ones are not. */
export function isReadable(hours: string, departmentCode: string): boolean {
  return readHours(hours, departmentCode) !== null
}

/**
 * When a place with such hours is open during a period, in order, cut at its ends. A public holiday
 * closes it only where the hours say so (`PH off`), as OSM defines. Hours that cannot be read give
 * nothing, those too long to judge are uncertain all along: it never throws. Closed days are left out.
 */
export function openIntervals(
  hours: string,
  departmentCode: string,
  from: Date,
  to: Date,
  closures: readonly Closure[] = [],
): OpenInterval[] {
  if (!isReadable(hours, departmentCode)) return []
  const intervals = intervalsOf(hours, departmentCode, from, to) ?? [{ from, to, isCertain: false, comment: null }]
  return withoutClosures(join(intervals), closures, timeZoneOf(departmentCode))
}

/**
 * Open or closed at an instant, and until when: the closing time of an open place, the next certain
 * opening of a closed one, null when it does not change within a year. Missing or unreadable hours,
 * and uncertain ones at that instant, are unknown; on the days of an exceptional closure it is closed.
 */
export function openingState(
  hours: string | null,
  departmentCode: string,
  at: Date,
  closures: readonly Closure[] = [],
): OpeningState {
  const soon = hours === null ? null : stateWithin(8, hours, departmentCode, at, closures)
  if (hours !== null && soon && soon.state !== 'unknown' && !soon.changesAt) {
    return stateWithin(370, hours, departmentCode, at, closures) ?? soon
  }
  if (soon) return soon
  return closureOn(closures, localDay(timeZoneOf(departmentCode), at))
    ? { state: 'closed', changesAt: null }
    : { state: 'unknown', changesAt: null, comment: null }
}

function stateWithin(
  days: number,
  hours: string,
  departmentCode: string,
  at: Date,
  closures: readonly Closure[],
): OpeningState | null {
  const end = new Date(at.getTime() + days * day)
  const kept = keptIntervals(hours, departmentCode, at, days)
  if (!kept) return null
  const intervals = withoutClosures(join(cut(kept, at, end)), closures, timeZoneOf(departmentCode))
  const current = intervals.find(({ from }) => from <= at)
  if (!current) {
    return { state: 'closed', changesAt: intervals.find(({ isCertain }) => isCertain)?.from ?? null }
  }
  if (!current.isCertain) return { state: 'unknown', changesAt: null, comment: current.comment }
  return { state: 'open', changesAt: current.to < end ? current.to : null }
}

/** By hours, département and day; judging a week takes a millisecond, and lists show the same places all day. */
const judged = new LRUCache<string, { intervals: OpenInterval[] | null }>({
  maxSize: 500_000,
  sizeCalculation: ({ intervals }) => 10 + (intervals?.length ?? 0),
})

/** What is open from the beginning of a day (UTC) on, for these days and one more: it is the same all that day. */
function keptIntervals(hours: string, departmentCode: string, at: Date, days: number): OpenInterval[] | null {
  const start = Math.floor(at.getTime() / day) * day
  const key = `${departmentCode} ${start} ${days} ${hours}`
  const known = judged.get(key)
  if (known) return known.intervals
  const intervals = intervalsOf(hours, departmentCode, new Date(start), new Date(start + (days + 1) * day))
  judged.set(key, { intervals })
  return intervals
}

/** What of these intervals lies within a period. */
function cut(intervals: readonly OpenInterval[], from: Date, to: Date): OpenInterval[] {
  return intervals
    .filter((interval) => interval.to > from && interval.from < to)
    .map((interval) => ({
      ...interval,
      from: interval.from < from ? from : interval.from,
      to: interval.to > to ? to : interval.to,
    }))
}

/**
 * The hours are judged on the clock of the wall, then each stretch of that clock is laid on real time:
 * an hour that the clocks skip is never open, one that they show twice is open both times.
 */
function intervalsOf(hours: string, departmentCode: string, from: Date, to: Date): OpenInterval[] | null {
  const read = readHours(hours, departmentCode)
  if (!read) return null
  const stretches = clockStretches(timeZoneOf(departmentCode), from, to)
  try {
    return stretches.flatMap((stretch) =>
      withWallDates(() =>
        read.getOpenIntervals(new WallDate(stretch.from + stretch.ahead), new WallDate(stretch.to + stretch.ahead)),
      ).map(([opens, closes, isUncertain, comment]) => ({
        from: new Date(opens.getTime() - stretch.ahead),
        to: new Date(closes.getTime() - stretch.ahead),
        isCertain: !isUncertain,
        comment: comment ?? null,
      })),
    )
  } catch {
    return null
  }
}

/** Makes one of intervals that touch and are alike: midnight and a change of clocks close nothing. */
function join(intervals: OpenInterval[]): OpenInterval[] {
  const joined: OpenInterval[] = []
  for (const interval of intervals) {
    const last = joined.at(-1)
    if (last && last.to.getTime() === interval.from.getTime() && last.isCertain === interval.isCertain) {
      last.to = interval.to
    } else joined.push({ ...interval })
  }
  return joined
}
