import { timeZoneOf } from '@/lib/territory/time-zone'
import { addDays, type Closure, closureOn } from './closure'
import { type DayGroup, grouped } from './usual-week'
import { type DayHours, type Slot, weekOf } from './week'
import { instantOf, localDay } from './zone-clock'

/** A week from Monday to Sunday, and when it holds: all along, every other week, until a day or from one on. */
export interface WeekTable {
  when: 'always' | 'oddWeeks' | 'evenWeeks' | 'until' | 'from'
  /** `YYYY-MM-DD`, of `until` and `from` */
  date: string | null
  /** Whether today is one of its days */
  isNow: boolean
  groups: DayGroup[]
}

/** A day of the coming fortnight whose hours are not those of its table; of the coming week only, for a closure. */
export interface DayException {
  date: string
  holiday: string | null
  isClosure: boolean
  usual: Slot[]
  slots: Slot[]
}

export interface ReadableWeek {
  /** Of today, Monday being 0 */
  weekday: number
  tables: WeekTable[]
  exceptions: DayException[]
}

/** Enough for a rhythm of two weeks to show itself between public holidays. */
const weeksLookedAt = 12
const weeksOfSeason = 2
const announced = 15

interface Table extends Omit<WeekTable, 'groups'> {
  week: Slot[][]
}

/**
 * The hours of a place as a week that repeats, or two that alternate or follow one another, and the days
 * to come that are otherwise, by a public holiday or a closure.
 *
 * @returns null when the hours cannot be read, or follow no such rhythm ("le premier samedi du mois")
 */
export function readableWeek(
  hours: string,
  departmentCode: string,
  at: Date,
  closures: readonly Closure[],
): ReadableWeek | null {
  const today = localDay(timeZoneOf(departmentCode), at)
  const weekday = weekdayOf(today)
  const days = daysFrom(addDays(today, -weekday), hours, departmentCode)
  const tables = days && (sameEveryWeek(days) ?? everyOtherWeek(days, today) ?? seasons(days, today))
  if (!days || !tables) return null
  const exceptions = days
    .filter(({ date }) => date >= today && date < addDays(today, announced))
    .map(({ date, holiday, slots }): DayException => {
      const isClosure = closureOn(closures, date) !== null
      return { date, holiday, isClosure, usual: usualOn(date, tables), slots: isClosure ? [] : slots }
    })
    .filter(({ date, isClosure, slots, usual }) => !alike(slots, usual) && !(isClosure && date >= addDays(today, 7)))
  return { weekday, tables: tables.map(({ week, ...table }) => ({ ...table, groups: grouped(week) })), exceptions }
}

function daysFrom(monday: string, hours: string, departmentCode: string): DayHours[] | null {
  const noon = 12 * 3600 * 1000
  const days: DayHours[] = []
  for (let week = 0; week < weeksLookedAt; week++) {
    const start = instantOf(timeZoneOf(departmentCode), Date.parse(addDays(monday, 7 * week)) + noon)
    const read = weekOf(hours, departmentCode, start)
    if (!read) return null
    days.push(...read)
  }
  return days
}

function sameEveryWeek(days: readonly DayHours[]): Table[] | null {
  const week = commonWeek(days)
  return week && [{ when: 'always', date: null, isNow: true, week }]
}

function everyOtherWeek(days: readonly DayHours[], today: string): Table[] | null {
  const odd = commonWeek(days.filter(({ date }) => isOddWeek(date)))
  const even = commonWeek(days.filter(({ date }) => !isOddWeek(date)))
  if (!odd || !even) return null
  return [
    { when: 'oddWeeks', date: null, isNow: isOddWeek(today), week: odd },
    { when: 'evenWeeks', date: null, isNow: !isOddWeek(today), week: even },
  ]
}

/** One week until a day, then another for some weeks at least. */
function seasons(days: readonly DayHours[], today: string): Table[] | null {
  const coming = days.filter(({ date }) => date >= today)
  const now = firstWeek(coming)
  const change = coming.find(({ date, holiday, slots }) => !holiday && !alike(slots, now[weekdayOf(date)] ?? []))
  if (!change) return null
  const after = coming.filter(({ date }) => date >= change.date).slice(0, 7 * weeksOfSeason)
  const then = commonWeek(after)
  if (!then || after.length < 7 * weeksOfSeason) return null
  return [
    { when: 'until', date: addDays(change.date, -1), isNow: true, week: now },
    { when: 'from', date: change.date, isNow: false, week: then },
  ]
}

/** The hours that each day of the week keeps on all these days, public holidays aside; null when they differ. */
function commonWeek(days: readonly DayHours[]): Slot[][] | null {
  const week = firstWeek(days)
  const isKept = days.every(({ date, holiday, slots }) => holiday !== null || alike(slots, week[weekdayOf(date)] ?? []))
  return isKept ? week : null
}

/** The hours of each day of the week, the first time that it is no public holiday. */
function firstWeek(days: readonly DayHours[]): Slot[][] {
  return Array.from({ length: 7 }, (_, weekday) => {
    const all = days.filter(({ date }) => weekdayOf(date) === weekday)
    return (all.find(({ holiday }) => holiday === null) ?? all[0])?.slots ?? []
  })
}

function usualOn(date: string, tables: readonly Table[]): Slot[] {
  const holds = ({ when, date: limit }: Table) =>
    when === 'always' ||
    (when === 'oddWeeks' && isOddWeek(date)) ||
    (when === 'evenWeeks' && !isOddWeek(date)) ||
    (limit !== null && (when === 'until' ? date <= limit : when === 'from' && date >= limit))
  return tables.find(holds)?.week[weekdayOf(date)] ?? []
}

const alike = (one: readonly Slot[], other: readonly Slot[]) => JSON.stringify(one) === JSON.stringify(other)

const weekdayOf = (date: string) => (new Date(date).getUTCDay() + 6) % 7

/** By the number that calendars give a week (ISO 8601): that of its Thursday in the year. */
function isOddWeek(date: string): boolean {
  const thursday = addDays(date, 3 - weekdayOf(date))
  const dayOfYear = (Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`)) / 86_400_000
  return (Math.floor(dayOfYear / 7) + 1) % 2 === 1
}
