import 'server-only'
import { weekOf } from '@/lib/hours/week'

const dayName = new Intl.DateTimeFormat('fr', { weekday: 'long', timeZone: 'UTC' })

/** The coming seven days, one line each: `lundi : 09:00 à 12:00`; null without hours. */
export function readHoursPreview(
  openingHours: string | null,
  departmentCode: string,
): readonly string[] | 'unreadable' | null {
  if (openingHours === null) return null
  const week = weekOf(openingHours, departmentCode, new Date())
  if (!week) return 'unreadable'
  return week.map(({ date, holiday, slots }) => {
    const hours = slots.map(({ opens, closes }) => `${opens} à ${closes}`).join(', ') || 'fermé'
    return `${dayName.format(new Date(date))}${holiday ? ` (${holiday})` : ''} : ${hours}`
  })
}
