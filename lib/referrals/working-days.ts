import { LRUCache } from 'lru-cache'
import { addDays } from '@/lib/hours/closure'
import { openIntervals } from '@/lib/hours/opening'
import { localDay } from '@/lib/hours/zone-clock'
import { timeZoneOf } from '@/lib/territory/time-zone'

const keptYears = new LRUCache<string, ReadonlySet<string>>({ max: 1_000 })

/** The public holidays of a year in a département, as `YYYY-MM-DD`: national ones, and those kept there alone. */
function holidaysOf(departmentCode: string, year: string): ReadonlySet<string> {
  const key = `${departmentCode} ${year}`
  const known = keptYears.get(key)
  if (known) return known
  const zone = timeZoneOf(departmentCode)
  // A day on each side: a year begins at other instants overseas.
  const [from, to] = [new Date(`${Number(year) - 1}-12-31`), new Date(`${Number(year) + 1}-01-02`)]
  const days = new Set<string>()
  for (const holiday of openIntervals('PH', departmentCode, from, to)) {
    const last = localDay(zone, new Date(holiday.to.getTime() - 1))
    for (let day = localDay(zone, holiday.from); day <= last; day = addDays(day, 1)) days.add(day)
  }
  keptYears.set(key, days)
  return days
}

/** Whether offices work that day: neither a Saturday, nor a Sunday, nor a public holiday there. */
export function isWorkingDay(day: string, departmentCode: string): boolean {
  const weekday = new Date(day).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidaysOf(departmentCode, day.slice(0, 4)).has(day)
}

/** The nth working day after a day, which is not counted, whether it is one or not; both as `YYYY-MM-DD`. */
export function workingDayAfter(day: string, count: number, departmentCode: string): string {
  let [reached, left] = [day, count]
  while (left > 0) {
    reached = addDays(reached, 1)
    if (isWorkingDay(reached, departmentCode)) left--
  }
  return reached
}
