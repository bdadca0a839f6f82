import { dayColumns } from './columns'
import type { Reading } from './reading'
import { type SourceRecord, textOf } from './source-record'
import { cleanLine } from './text'
import { readWeekHours } from './week-hours'

/** The hours of a week from a cell for each day. */
export function readDayColumns(record: SourceRecord): Reading<string | null> {
  return readWeekHours(dayColumns.map((column) => cleanHours(textOf(record, column))))
}

/** A dash means "closed" on a day, where elsewhere it means nothing. */
function cleanHours(text: string): string {
  return /^\s*[-–—]+\s*$/.test(text) ? 'off' : cleanLine(text)
}
