import { instantOf, wallClock } from '@/lib/hours/zone-clock'
import { instant } from './instant'
import type { Problem, QueryParams } from './query-reader'

/** A day and a time of a form, as the clocks of a place show them: `2026-11-22` and `10:00`. */
export interface Moment {
  day: string
  time: string
}

/** What a form says of a day and a time; empty where it says nothing. */
export function readMoment(params: QueryParams): Moment {
  const get = (name: string) =>
    (params instanceof URLSearchParams ? params.get(name) : [params[name]].flat()[0])?.trim().slice(0, 100) ?? ''
  return { day: get('jour'), time: get('heure') }
}

/** The instant at which the clocks of a zone show a day and a time, or what is wrong with them. */
export function momentInstant({ day, time }: Moment, timeZone: string): { openAt: Date | null; problems: Problem[] } {
  const refuse = (parameter: string, value: string, reason: string) => ({
    openAt: null,
    problems: [{ parameter, value, reason }],
  })
  if (day === '' && time === '') return { openAt: null, problems: [] }
  if (time === '') return refuse('jour', day, 'choisissez aussi une heure')
  if (day === '') return refuse('heure', time, 'choisissez aussi un jour')
  if (!isDay(day)) return refuse('jour', day, 'un jour est attendu, comme 2026-11-22')
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return refuse('heure', time, 'une heure est attendue, comme 14:30')
  const openAt = instantOf(timeZone, Date.parse(`${day}T${time}Z`))
  const reading = instant.read(openAt.toISOString())
  return 'reason' in reading ? refuse('jour', day, reading.reason) : { openAt, problems: [] }
}

/** The day and the time that the clocks of a zone show at an instant. */
export function momentOf(at: Date, timeZone: string): Moment {
  const shown = wallClock(timeZone, at).toISOString()
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) }
}

function isDay(text: string): boolean {
  const midnight = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text)
}
