import { readableWeek } from '@/lib/hours/readable-week'
import { joinWeek, type WeekDay, weekDays } from '@/lib/open-data/week-hours'

/** What the form of a structure writes for each day of the week, and what is read of it. */
export type WeekCells = Readonly<Record<WeekDay, string>>

/** Hours in seven cells that people can change; null when they are not the same every week, and sure. */
export function weekCells(hours: string, departmentCode: string, at: Date): WeekCells | null {
  const week = readableWeek(hours, departmentCode, at, [])
  if (week?.tables.length !== 1 || week.tables[0]?.when !== 'always') return null
  const cells: string[] = []
  for (const { from, to, slots } of week.tables[0].groups) {
    // Past midnight, or "perhaps": such hours are not told in a cell.
    if (slots.some(({ opens, closes, isCertain, comment }) => !isCertain || comment !== null || closes <= opens))
      return null
    const text = slots.length > 0 ? slots.map(({ opens, closes }) => `${opens}-${closes}`).join(', ') : 'fermé'
    for (let day = from; day <= to; day++) cells[day] = text
  }
  return Object.fromEntries(weekDays.map((day, index) => [day, cells[index] ?? ''])) as WeekCells
}

/** The end of hours that close on public holidays, which a week of cells does not tell. */
const holidaysOff = /;\s*PH\s+(off|closed)\s*$/

/** Hours of a week, by day, as OSM writes them; public holidays stay as they were. */
export function hoursOfWeek(days: Readonly<Partial<Record<WeekDay, string | null>>>, former: string | null) {
  const told = weekDays.flatMap((day) => (days[day] ? [[day, days[day]] as const] : []))
  const hours = joinWeek(new Map(told))
  return hours && holidaysOff.test(former ?? '') ? `${hours}; PH off` : hours
}
