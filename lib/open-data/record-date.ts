import { dropped, plain, type Reading, repaired } from './reading'

/**
 * Reads the date of a record: ISO, with or without a time, or day first as one writes in France.
 *
 * @param today the latest day it may be, `YYYY-MM-DD`: a record cannot be later
 * @returns `YYYY-MM-DD`; null for a date that does not exist, a future one, or the 1970 of broken clocks
 */
export function readRecordDate(text: string, today: string): Reading<string | null> {
  if (text === '') return plain(null)
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s].*)?$/.exec(text)
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const french =
    /^(?:[a-zé]+\.?\s+)?(\d{1,2})(?:er)?\s*[-/.\s]\s*(\d{1,2}|[a-zéûA-ZÉÛ]+\.?)\s*[-/.\s]\s*(\d{4}|\d{2})(?:[\s,àT]+\d.*)?$/i.exec(
      text,
    )
  const written = iso ?? compact
  const date = written
    ? day(Number(written[1]), Number(written[2]), Number(written[3]))
    : french && day(year(french[3] ?? ''), month(french[2] ?? ''), Number(french[1]))
  if (!date) return dropped(text, 'Date de mise à jour illisible, non reprise')
  if (date > today) return dropped(text, 'Date de mise à jour dans le futur, non reprise')
  if (date <= '1970-01-01') return dropped(text, 'Date de mise à jour sans valeur, non reprise')
  return date === text ? plain(date) : repaired(date, text, `Date lue ${date}`)
}

/** The day where it is the latest: east of New Caledonia it is tomorrow while it is noon in Paris. `YYYY-MM-DD` */
export function latestDay(now: Date): string {
  return new Date(now.getTime() + 14 * 3600 * 1000).toISOString().slice(0, 10)
}

function year(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

const months = ['jan', 'fev', 'mar', 'avr', 'mai', 'juin', 'juil', 'aou', 'sep', 'oct', 'nov', 'dec']

function month(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const folded = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
  return months.findIndex((start) => folded.startsWith(start)) + 1
}

function day(year: number, month: number, date: number): string | null {
  const time = new Date(Date.UTC(year, month - 1, date))
  const isReal = time.getUTCFullYear() === year && time.getUTCMonth() === month - 1 && time.getUTCDate() === date
  return isReal ? time.toISOString().slice(0, 10) : null
}
