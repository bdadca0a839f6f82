import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { UserError } from '@/lib/errors'
import { withoutFormula } from '@/lib/open-data/national-csv'
import type { ImportReport, ReportEntry } from './report'

/** Writes every entry of a report as it comes, whatever their number. */
export interface ReportWriter {
  /** What hears the entries of one file */
  entriesOf(path: string): (entry: ReportEntry) => void
  /** Ends the report with the counts of each file. */
  close(reports: readonly ImportReport[]): Promise<void>
}

const csvColumns = ['file', 'line', 'id', 'kind', 'field', 'value', 'reason'] as const

/**
 * Opens a report to write, as JSON or, by its name, as CSV.
 *
 * @throws UserError when the file cannot be written
 */
export async function createReportWriter(path: string): Promise<ReportWriter> {
  const file = await open(path, 'w').catch(() => {
    throw new UserError(`Le rapport ${path} ne peut pas être écrit.`)
  })
  const stream = createWriteStream(path, { fd: file })
  const isCsv = path.toLowerCase().endsWith('.csv')
  stream.write(isCsv ? csvLine([...csvColumns]) : '{"entries":[')
  let isFirst = true
  return {
    entriesOf: (of) => (entry) => {
      if (isCsv) stream.write(csvLine(csvColumns.map((column) => String({ file: of, ...entry }[column] ?? ''))))
      else stream.write(`${isFirst ? '' : ','}\n${JSON.stringify({ file: of, ...entry })}`)
      isFirst = false
    },
    async close(reports) {
      const files = reports.map(({ entries: _entries, leftOff: _leftOff, ...counts }) => counts)
      stream.end(isCsv ? '' : `\n],"files":${JSON.stringify(files, null, 2)}}\n`)
      await once(stream, 'close')
    },
  }
}

function csvLine(cells: string[]): string {
  return `${cells.map((cell) => `"${withoutFormula(cell).replaceAll('"', '""')}"`).join(',')}\r\n`
}
