import { z } from 'zod'
import type { FormValues } from '@/lib/form-state'
import { isSafe, noNumber } from '@/lib/privacy/safe-text'
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
import { weekdays } from './weekdays'
import { writeHours } from './write'

/** The longest text that is judged: `readHours`. */
const longest = 500
const slotsAtMost = 8

/** `9:00`, `9h30`, `14 h` → `09:00`; null for anything else. */
function readTime(text: string): string | null {
  const [, hours, minutes = '00'] = /^(\d{1,2})\s*(?:[:hH]\s*(\d{2})?)?$/.exec(text.trim()) ?? []
  if (hours === undefined || Number(hours) > 24 || Number(minutes) > 59) return null
  return Number(hours) === 24 && Number(minutes) > 0 ? null : `${hours.padStart(2, '0')}:${minutes}`
}

const text = z.string().default('').refine(isSafe, noNumber)
const slotRow = z.object({ opens: text, closes: text, comment: text })

/** The slots of a day as its fields say them, in order, those that touch made one; a sentence when they cannot be read. */
function readDay(rows: Readonly<Record<string, z.output<typeof slotRow>>>): WeekSlot[] | string {
  const slots: WeekSlot[] = []
  for (const row of Object.values(rows)) {
    if (row.opens.trim() === '' && row.closes.trim() === '') continue
    const [opens, typed] = [readTime(row.opens), readTime(row.closes)]
    if (opens === null || typed === null || opens === '24:00') return 'Écrivez deux heures, comme 09:00 et 12:30.'
    const closes = typed === '00:00' ? '24:00' : typed
    if (closes === opens) return 'Une plage commence et finit à deux heures différentes.'
    const said = row.comment.replace(/["\p{Cc}]/gu, ' ').replace(/\s+/g, ' ')
    slots.push({ opens, closes, comment: said.trim().slice(0, 100) || null })
  }
  slots.sort((one, other) => minutesOf(one.opens) - minutesOf(other.opens))
  if (slots.length > slotsAtMost) return `Écrivez au plus ${slotsAtMost} plages par jour.`
  const overlap = slots.some((slot, index) => endOf(slot) > minutesOf(slots[index + 1]?.opens ?? '99:00'))
  return overlap ? 'Deux plages de ce jour se chevauchent.' : joined(slots)
}

function joined(slots: readonly WeekSlot[]): WeekSlot[] {
  const whole: WeekSlot[] = []
  for (const slot of slots) {
    const last = whole.at(-1)
    if (last && last.closes === slot.opens && last.comment === slot.comment) last.closes = slot.closes
    else whole.push({ ...slot })
  }
  return whole
}

const day = z.record(z.string(), slotRow).default({})
const week = z.object({ mo: day, tu: day, we: day, th: day, fr: day, sa: day, su: day }).prefault({})
type TypedWeek = z.output<typeof week>

const special = z.enum(['same', 'closed', 'hours']).default('same')

/** The fields of the table: their names, and how they are read. */
export const hoursFields = {
  mode: z.enum(['week', 'text', 'unknown'], 'Choisissez comment dire les horaires.'),
  text: z
    .string()
    .default('')
    .transform((typed) => typed.replace(/\s+/g, ' ').trim())
    .refine((typed) => typed.length <= 1000, 'Écrivez au plus 1\u202f000 caractères.')
    .refine(isSafe, noNumber),
  rhythm: z.enum(['weekly', 'alternating']).default('weekly'),
  week,
  even: week,
  publicHolidays: special,
  holiday: day,
  schoolHolidays: special,
  school: week,
  /** The hours as they were, and what the table first shown says: a table left alone changes no word of them */
  original: text,
  drawn: text,
  /** What somebody else wrote meanwhile, when she chooses it */
  openingHours: z.string().refine(isSafe, noNumber).optional(),
}

const hoursForm = z.object(hoursFields)
type HoursForm = z.output<typeof hoursForm>

/** The OSM text that the fields mean; null when the hours are not known. */
export function openingHoursOf(form: HoursForm, context: z.RefinementCtx): string | null {
  if (form.openingHours !== undefined) return form.openingHours || null
  if (form.mode === 'unknown') return null
  if (form.mode === 'text') return form.text || null
  const refuse = (path: string, message: string) => {
    context.addIssue({ code: 'custom', path: path.split('.'), message })
    return null
  }
  const { hours, wrong } = tableOf(form)
  for (const [path, message] of Object.entries(wrong)) refuse(path, message)
  if (Object.keys(wrong).length > 0) return null
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

/** The table, and what is wrong of it by the names of its days: `week.mo`. Parts that the form hides are not read. */
function tableOf(form: HoursForm): { hours: WeekHours; wrong: Readonly<Record<string, string>> } {
  const wrong: Record<string, string> = {}
  const read = (name: string, rows: z.output<typeof day>) => {
    const slots = readDay(rows)
    if (typeof slots !== 'string') return slots
    wrong[name] = slots
    return []
  }
  const weekOf = (name: string, typed: TypedWeek) =>
    weekdays.map((weekday) => read(`${name}.${weekday}`, typed[weekday]))
  const during = <Value>(choice: 'same' | 'closed' | 'hours', closed: Value, hours: () => Value) =>
    choice === 'same' ? null : choice === 'closed' ? closed : hours()
  const hours: WeekHours = {
    week: weekOf('week', form.week),
    evenWeek: form.rhythm === 'alternating' ? weekOf('even', form.even) : null,
    publicHolidays: during(form.publicHolidays, [], () => read('holiday', form.holiday)),
    schoolHolidays: during(form.schoolHolidays, closedWeek, () => weekOf('school', form.school)),
  }
  return { hours, wrong }
}

/** The table as it is being filled in; null while it cannot be read. */
export function drawnHours(form: unknown): WeekHours | null {
  const parsed = hoursForm.safeParse(form)
  if (!parsed.success || parsed.data.mode !== 'week') return null
  const { hours, wrong } = tableOf(parsed.data)
  return Object.keys(wrong).length > 0 ? null : hours
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
    reason: [read && 'reason' in read ? read.reason : ''],
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
