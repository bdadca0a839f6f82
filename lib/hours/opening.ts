import { timeZoneOf } from '@/lib/territory/time-zone'
import { readHours } from './readable-hours'
import { WallDate, withWallDates } from './wall-date'
import { clockStretches } from './zone-clock'

/** A time when a place is open, `to` excluded. Not certain: "sur rendez-vous", or no closing time told. */
export interface OpenInterval {
  from: Date
  to: Date
  isCertain: boolean
}

export type OpeningState =
  | { state: 'open'; changesAt: Date | null }
  | { state: 'closed'; changesAt: Date | null }
  | { state: 'unknown'; changesAt: null }

const day = 24 * 3600 * 1000

/** Whether the hours are OSM `opening_hours` that can be judged; blank ones are not. */
export function isReadable(hours: string, departmentCode: string): boolean {
  return readHours(hours, departmentCode) !== null
}

/**
 * When a place with such hours is open during a period, in order, cut at its ends. A public holiday
 * closes it only where the hours say so (`PH off`), as OSM defines. Hours that cannot be read give
 * nothing, those too long to judge are uncertain all along: it never throws.
 */
export function openIntervals(hours: string, departmentCode: string, from: Date, to: Date): OpenInterval[] {
  if (!isReadable(hours, departmentCode)) return []
  return intervalsOf(hours, departmentCode, from, to) ?? [{ from, to, isCertain: false }]
}

/**
 * Open or closed at an instant, and until when: the closing time of an open place, the next certain
 * opening of a closed one, null when it does not change within a year. Missing or unreadable hours,
 * and uncertain ones at that instant, are unknown.
 */
export function openingState(hours: string | null, departmentCode: string, at: Date): OpeningState {
  const soon = hours === null ? null : stateWithin(8, hours, departmentCode, at)
  if (hours === null || !soon || soon.state === 'unknown') return { state: 'unknown', changesAt: null }
  if (soon.changesAt) return soon
  return stateWithin(370, hours, departmentCode, at) ?? soon
}

function stateWithin(days: number, hours: string, departmentCode: string, at: Date): OpeningState | null {
  const end = new Date(at.getTime() + days * day)
  const intervals = intervalsOf(hours, departmentCode, at, end)
  if (!intervals) return null
  const current = intervals.find(({ from }) => from <= at)
  if (!current) {
    return { state: 'closed', changesAt: intervals.find(({ isCertain }) => isCertain)?.from ?? null }
  }
  if (!current.isCertain) return { state: 'unknown', changesAt: null }
  return { state: 'open', changesAt: current.to < end ? current.to : null }
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
    return join(
      stretches.flatMap((stretch) =>
        withWallDates(() =>
          read.getOpenIntervals(new WallDate(stretch.from + stretch.ahead), new WallDate(stretch.to + stretch.ahead)),
        ).map(([opens, closes, isUncertain]) => ({
          from: new Date(opens.getTime() - stretch.ahead),
          to: new Date(closes.getTime() - stretch.ahead),
          isCertain: !isUncertain,
        })),
      ),
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
