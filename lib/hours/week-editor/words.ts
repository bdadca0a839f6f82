import { daysAlike, endOf, minutesOf, stretchesOf, type Week, type WeekHours, type WeekSlot } from './model'

const dayNames = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']

/** A table in words, a line for the days that are alike: `du lundi au vendredi : 9 h – 12 h, 14 h – 17 h`. */
export function hoursWords({ week, evenWeek, publicHolidays, schoolHolidays }: WeekHours): string[] {
  const usual = evenWeek
    ? [...weekWords(week, 'semaines impaires, '), ...weekWords(evenWeek, 'semaines paires, ')]
    : weekWords(week, '')
  return [
    ...usual,
    ...(schoolHolidays ? weekWords(schoolHolidays, 'vacances scolaires, ') : []),
    ...(publicHolidays ? [`jours fériés\u00a0: ${slotsWords(publicHolidays)}`] : []),
  ]
}

function weekWords(week: Week, prefix: string): string[] {
  return daysAlike(week).map(({ days, slots }) => `${prefix}${daysWords(days)}\u00a0: ${slotsWords(slots)}`)
}

function daysWords(days: readonly number[]): string {
  if (days.length === 7) return 'tous les jours'
  const parts = stretchesOf(days).flatMap(([first, last]) => {
    if (last - first >= 2) return [`du ${dayNames[first]} au ${dayNames[last]}`]
    return first === last ? [`le ${dayNames[first]}`] : [`le ${dayNames[first]}`, `le ${dayNames[last]}`]
  })
  const [last = '', ...others] = parts.toReversed()
  return others.length === 0 ? last : `${others.toReversed().join(', ')} et ${last}`
}

function slotsWords(slots: readonly WeekSlot[]): string {
  if (slots.length === 0) return 'fermé'
  return slots.map((slot) => `${slotWords(slot)}${slot.comment ? ` (${slot.comment})` : ''}`).join(', ')
}

function slotWords(slot: WeekSlot): string {
  if (endOf(slot) - minutesOf(slot.opens) === 1440) return '24\u00a0h sur 24'
  return `${timeWords(slot.opens)} – ${slot.closes === '24:00' ? 'minuit' : timeWords(slot.closes)}`
}

/** `09:30` → `9 h 30` */
function timeWords(time: string): string {
  const [hours, minutes] = time.split(':')
  return `${Number(hours)}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes}`}`
}
