import { readDayHours } from './day-hours'
import type { Note, Reading } from './reading'

export const weekDays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const
export type WeekDay = (typeof weekDays)[number]

/** OSM's hours for the days that say something, Monday first; days alike together: `Mo-Fr 09:00-12:00; Sa off`. */
export function joinWeek(days: ReadonlyMap<WeekDay, string>): string | null {
  const alike = new Map<string, WeekDay[]>()
  for (const day of weekDays) {
    const hours = days.get(day)
    if (hours !== undefined) alike.set(hours, [...(alike.get(hours) ?? []), day])
  }
  // A week that only says "closed" says nothing: a place that never opens is a gap in the file
  if ([...alike.keys()].every((hours) => hours === 'off')) return null
  const rules = [...alike].filter(([hours]) => hours !== 'off').map(([hours, list]) => `${joinDays(list)} ${hours}`)
  return rules.join('; ')
}

/** Seven cells, Monday first, as OSM hours. What cannot be read is kept as words, with a note. */
export function readWeekHours(cells: readonly string[]): Reading<string | null> {
  const notes: Note[] = []
  const days = new Map<WeekDay, string>()
  for (const [index, cell] of cells.entries()) {
    const day = weekDays[index]
    const hours = readDayHours(cell)
    if (day === undefined || hours.osm === null) continue
    days.set(day, hours.osm)
    if (hours.state === 'repaired')
      notes.push({ kind: 'repaired', value: cell, reason: `Horaires du ${frenchDay(day)} lus ${hours.osm}` })
    if (hours.state === 'doubtful')
      notes.push({
        kind: 'dropped',
        value: cell,
        reason: `Horaires du ${frenchDay(day)} illisibles : gardés en toutes lettres, sans heure d’ouverture`,
      })
  }
  return { value: joinWeek(days), notes }
}

function frenchDay(day: WeekDay): string {
  return ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'][weekDays.indexOf(day)] ?? ''
}

/** `Mo-We,Fr` */
function joinDays(days: WeekDay[]): string {
  const runs: WeekDay[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    const previous = run?.at(-1)
    if (run && previous && weekDays.indexOf(day) === weekDays.indexOf(previous) + 1) run.push(day)
    else runs.push([day])
  }
  return runs.map((run) => (run.length > 1 ? `${run[0]}-${run.at(-1)}` : run[0])).join(',')
}
