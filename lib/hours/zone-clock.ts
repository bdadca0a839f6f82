import { LRUCache } from 'lru-cache'
import { WallDate } from './wall-date'

const minute = 60_000
const day = 24 * 60 * minute

/** A stretch of time, `to` excluded, during which a zone's clocks are this far ahead of UTC. */
export interface ClockStretch {
  from: number
  to: number
  /** Milliseconds to add to an instant to get what the clocks show */
  ahead: number
}

/** What the clocks of a zone show at an instant. */
export function wallClock(timeZone: string, at: Date): WallDate {
  return new WallDate(at.getTime() + aheadOfUtc(timeZone, at.getTime()))
}

/** The day that the clocks of a zone show at an instant, as `YYYY-MM-DD`. */
export function localDay(timeZone: string, at: Date): string {
  return wallClock(timeZone, at).toISOString().slice(0, 10)
}

/**
 * The instant at which the clocks of a zone show a time: the first of the two when they show it twice,
 * the one that comes as much later when they skip it.
 *
 * @param shown what the clocks show, as milliseconds of a UTC date
 */
export function instantOf(timeZone: string, shown: number): Date {
  const before = aheadOfUtc(timeZone, shown - day)
  const after = aheadOfUtc(timeZone, shown + day)
  const first = shown - Math.max(before, after)
  return new Date(aheadOfUtc(timeZone, first) === Math.max(before, after) ? first : shown - Math.min(before, after))
}

/** A stretch for each change of clocks in a period, in order, without gaps. */
export function clockStretches(timeZone: string, from: Date, to: Date): ClockStretch[] {
  const stretches: ClockStretch[] = []
  let start = from.getTime()
  while (start < to.getTime()) {
    const ahead = aheadOfUtc(timeZone, start)
    const end = Math.min(nextChange(timeZone, start), to.getTime())
    stretches.push({ from: start, to: end, ahead })
    start = end
  }
  return stretches
}

/** The first instant after this one, within its year, at which the clocks change; else that year's end. */
function nextChange(timeZone: string, after: number): number {
  const year = new Date(after).getUTCFullYear()
  return settingsOf(timeZone, year).find(({ from }) => from > after)?.from ?? Date.UTC(year + 1, 0, 1)
}

/** How far ahead of UTC clocks are from an instant on. */
type Setting = Pick<ClockStretch, 'from' | 'ahead'>

const settings = new LRUCache<string, readonly Setting[]>({ max: 1_000 })

/** Found once a zone and year, since a formatter is slow: two probes a month, then halving to the minute. */
function settingsOf(timeZone: string, year: number): readonly Setting[] {
  const key = `${timeZone} ${year}`
  const known = settings.get(key)
  if (known) return known
  const begin = Date.UTC(year, 0, 1)
  const found = [{ from: begin, ahead: shownAhead(timeZone, begin) }]
  for (let probe = begin; probe < Date.UTC(year + 1, 0, 1); probe += 15 * day) {
    if (shownAhead(timeZone, probe) === shownAhead(timeZone, probe + 15 * day)) continue
    const from = halve(timeZone, probe, probe + 15 * day)
    found.push({ from, ahead: shownAhead(timeZone, from) })
  }
  settings.set(key, found)
  return found
}

function halve(timeZone: string, before: number, after: number): number {
  if (after - before <= minute) return after
  const middle = before + Math.floor((after - before) / 2 / minute) * minute
  return shownAhead(timeZone, middle) === shownAhead(timeZone, before)
    ? halve(timeZone, middle, after)
    : halve(timeZone, before, middle)
}

function aheadOfUtc(timeZone: string, at: number): number {
  const setting = settingsOf(timeZone, new Date(at).getUTCFullYear()).findLast(({ from }) => from <= at)
  // Years of two digits are of another century for `Date.UTC`.
  return setting?.ahead ?? shownAhead(timeZone, at)
}

const formats = new Map<string, Intl.DateTimeFormat>()

function shownAhead(timeZone: string, at: number): number {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
    formats.set(timeZone, format)
  }
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const shown = Date.UTC(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day, parts.hour, parts.minute)
  return shown - Math.floor(at / minute) * minute
}
