import { z } from 'zod'
import type { FormValues } from '@/lib/form-state'
import {
  closedWeek,
  endOf,
  isNight,
  minutesOf,
  type Undrawable,
  type Week,
  type WeekHours,
  type WeekSlot,
} from './model'
import { writeHours } from './write'

/** The days as the names of fields say them. */
export const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const

/** The longest text that is judged: `readHours`. */
const longest = 500
const slotsAtMost = 8

/** `9:00`, `9h30`, `14 h` → `09:00`; null for anything else. */
function readTime(text: string): string | null {
  const [, hours, minutes = '00'] = /^(\d{1,2})\s*(?:[:hH]\s*(\d{2})?)?$/.exec(text.trim()) ?? []
  if (hours === undefined || Number(hours) > 24 || Number(minutes) > 59) return null
  return Number(hours) === 24 && Number(minutes) > 0 ? null : `${hours.padStart(2, '0')}:${minutes}`
}

const text = z.string().default('')
const slotRow = z.object({ opens: text, closes: text, comment: text })

/** The slots of a day as its fields say them, in order, those that touch made one. */
const daySlots = z
  .record(z.string(), slotRow)
  .default({})
  .transform((rows, context): WeekSlot[] => {
    const refuse = (message: string) => {
      context.addIssue({ code: 'custom', message })
      return []
    }
    const slots: WeekSlot[] = []
    for (const row of Object.values(rows)) {
      if (row.opens.trim() === '' && row.closes.trim() === '') continue
      const [opens, typed] = [readTime(row.opens), readTime(row.closes)]
      if (opens === null || typed === null || opens === '24:00')
        return refuse('Écrivez deux heures, comme 09:00 et 12:30.')
      const closes = typed === '00:00' ? '24:00' : typed
      if (closes === opens) return refuse('Une plage commence et finit à deux heures différentes.')
      const comment =
        row.comment
          .replace(/["\p{Cc}]/gu, ' ')
          .replace(/\s+/g, ' ')
          .trim()
          .slice(0, 100) || null
      slots.push({ opens, closes, comment })
    }
    slots.sort((one, other) => minutesOf(one.opens) - minutesOf(other.opens))
    if (slots.length > slotsAtMost) return refuse(`Écrivez au plus ${slotsAtMost} plages par jour.`)
    if (slots.some((slot, index) => slots[index + 1] && endOf(slot) > minutesOf(slots[index + 1]?.opens ?? '')))
      return refuse('Deux plages de ce jour se chevauchent.')
    return joined(slots)
  })

function joined(slots: readonly WeekSlot[]): WeekSlot[] {
  const whole: WeekSlot[] = []
  for (const slot of slots) {
    const last = whole.at(-1)
    if (last && last.closes === slot.opens && last.comment === slot.comment) last.closes = slot.closes
    else whole.push({ ...slot })
  }
  return whole
}

const week = z
  .object(
    Object.fromEntries(weekdays.map((weekday) => [weekday, daySlots])) as Record<
      (typeof weekdays)[number],
      typeof daySlots
    >,
  )
  .prefault({})
  .transform((days): Week => weekdays.map((weekday) => days[weekday]))

const special = z.enum(['same', 'closed', 'hours']).default('same')

/** The fields of the table: their names, and how they are read. */
export const hoursFields = {
  mode: z.enum(['week', 'text', 'unknown'], 'Choisissez comment dire les horaires.'),
  text: z
    .string()
    .default('')
    .transform((typed) => typed.replace(/\s+/g, ' ').trim())
    .refine((typed) => typed.length <= 1000, 'Écrivez au plus 1\u202f000 caractères.'),
  rhythm: z.enum(['weekly', 'alternating']).default('weekly'),
  week,
  even: week,
  publicHolidays: special,
  holiday: daySlots,
  schoolHolidays: special,
  school: week,
  /** The hours as they were, and what the table first shown says: a table left alone changes no word of them */
  original: text,
  drawn: text,
  /** What somebody else wrote meanwhile, when she chooses it */
  openingHours: z.string().optional(),
}

const hoursForm = z.object(hoursFields)
type HoursForm = z.output<typeof hoursForm>

/** The OSM text that the fields mean; null when the hours are not known. */
export function openingHoursOf(form: HoursForm, context: z.RefinementCtx): string | null {
  if (form.openingHours !== undefined) return form.openingHours || null
  if (form.mode === 'unknown') return null
  if (form.mode === 'text') return form.text || null
  const hours = tableOf(form)
  const refuse = (path: string, message: string) => {
    context.addIssue({ code: 'custom', path: [path], message })
    return null
  }
  if (![hours.week, hours.evenWeek, hours.schoolHolidays].some((each) => each?.flat().length))
    return refuse('week', 'Écrivez au moins une plage, ou choisissez «\u00a0Les horaires ne sont pas connus\u00a0».')
  const school = hours.schoolHolidays ?? []
  if (school.flat().some(isNight) || hours.publicHolidays?.some(isNight))
    return refuse('school', 'Pendant les vacances et les jours fériés, une plage finit au plus tard à minuit.')
  if (school.some((slots) => new Set(slots.map(({ comment }) => comment)).size > 1))
    return refuse('school', 'Pendant les vacances, les plages d’un jour ont toutes la même précision.')
  const written = writeHours(hours)
  if (written.length > longest)
    return refuse('week', 'Ces horaires sont trop longs. Enlevez des plages ou des précisions.')
  return written === form.drawn ? form.original : written
}

function tableOf(form: HoursForm): WeekHours {
  const on = { same: null, closed: [], hours: form.holiday } as const
  const during = { same: null, closed: closedWeek, hours: form.school } as const
  return {
    week: form.week,
    evenWeek: form.rhythm === 'alternating' ? form.even : null,
    publicHolidays: on[form.publicHolidays],
    schoolHolidays: during[form.schoolHolidays],
  }
}

/** The table as it is being filled in; null while it cannot be read. */
export function drawnHours(form: unknown): WeekHours | null {
  const parsed = hoursForm.safeParse(form)
  return parsed.success && parsed.data.mode === 'week' ? tableOf(parsed.data) : null
}

/** Hours in the fields of their form: the table where they have one, their text in any case. */
export function hoursFormValues(
  openingHours: string | null,
  read: { hours: WeekHours } | { reason: Undrawable } | null,
): FormValues {
  const hours = read && 'hours' in read ? read.hours : null
  const values: Record<string, readonly string[]> = {
    mode: [openingHours === null ? 'unknown' : hours ? 'week' : 'text'],
    text: [openingHours ?? ''],
    original: [openingHours ?? ''],
    drawn: [hours ? writeHours(hours) : ''],
  }
  if (!hours) return values
  const special = (value: readonly unknown[] | null) =>
    value === null ? 'same' : value.flat().length === 0 ? 'closed' : 'hours'
  values.rhythm = [hours.evenWeek ? 'alternating' : 'weekly']
  values.publicHolidays = [special(hours.publicHolidays)]
  values.schoolHolidays = [special(hours.schoolHolidays)]
  write(values, 'week', hours.week)
  write(values, 'even', hours.evenWeek ?? [])
  write(values, 'school', hours.schoolHolidays ?? [])
  writeDay(values, 'holiday', hours.publicHolidays ?? [])
  return values
}

function write(values: Record<string, readonly string[]>, name: string, week: Week) {
  for (const [index, slots] of week.entries()) writeDay(values, `${name}.${weekdays[index]}`, slots)
}

function writeDay(values: Record<string, readonly string[]>, name: string, slots: readonly WeekSlot[]) {
  for (const [index, { opens, closes, comment }] of slots.entries()) {
    values[`${name}.${index}.opens`] = [opens]
    // A browser's field for a time has no 24:00.
    values[`${name}.${index}.closes`] = [closes === '24:00' ? '00:00' : closes]
    values[`${name}.${index}.comment`] = [comment ?? '']
  }
}
