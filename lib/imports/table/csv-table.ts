import { UserError } from '@/lib/errors'
import { type CsvRow, CsvRows } from '@/lib/open-data/csv-rows'
import type { TableRow } from '../mapping/schema'
import { findHeader, type Header } from './header'

/** What a text cut by one sign looks like. */
interface Cutting {
  separator: string
  rows: { line: number; cells: string[] }[]
  /** How many of the rows have the most frequent number of cells, 0 to 1 */
  agreement: number
  width: number
}

export interface CsvTable {
  separator: string
  names: string[]
  hasHeader: boolean
  rows(): Generator<TableRow>
}

const headLength = 200_000

/**
 * Reads a text as a table: the sign that parts its cells is the one by which its rows agree best.
 *
 * @throws UserError when no sign makes a table of it
 */
export function readCsvTable(text: string): CsvTable {
  const head = text.slice(0, headLength)
  const cuttings = [';', ',', '\t', '|'].map((separator) => cutBy(separator, head, head.length === text.length))
  const [best] = cuttings.filter(({ width }) => width > 1).sort((a, b) => score(b) - score(a))
  if (!best)
    throw new UserError(
      'Ce fichier n’est pas un tableau : une seule colonne y est lisible. Il nous faut au moins le nom et la commune de chaque lieu.',
    )
  const header = findHeader(best.rows.map(({ cells }) => cells))
  const headerLine = best.rows[header.index]?.line ?? 0
  return {
    separator: best.separator,
    names: header.names,
    hasHeader: header.index >= 0,
    rows: () => rowsBelow(text, best.separator, header, headerLine),
  }
}

function cutBy(separator: string, head: string, isWhole: boolean): Cutting {
  const cutter = new CsvRows(separator)
  const found = [...cutter.write(head), ...(isWhole ? cutter.end() : [])].slice(0, 100)
  const rows = found.flatMap((row) => ('cells' in row && row.cells.some((cell) => cell.trim() !== '') ? [row] : []))
  const widths = new Map<number, number>()
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  const [width = 0, times = 0] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  return { separator, rows, width, agreement: rows.length === 0 ? 0 : times / rows.length }
}

/** Agreement first: commas of prose cut rows into as many cells as there are rows. */
function score({ agreement, width, rows }: Cutting): number {
  const header = findHeader(rows.map(({ cells }) => cells))
  return agreement ** 2 * Math.log2(width + 1) * (header.index >= 0 ? 2 : 1)
}

function* rowsBelow(text: string, separator: string, header: Header, headerLine: number): Generator<TableRow> {
  const cutter = new CsvRows(separator)
  const width = header.names.length
  function* oneRow(row: CsvRow): Generator<TableRow> {
    if (row.line <= headerLine) {
      cutter.columns = row.line === headerLine && 'cells' in row ? row.cells.length : null
      return
    }
    if ('error' in row) {
      yield row
      return
    }
    if (row.cells.every((cell) => cell.trim() === '')) return
    const headed = cutter.columns ?? width
    const isLong = row.cells.slice(headed).some((cell) => cell.trim() !== '')
    if (row.cells.length < headed || isLong) {
      yield {
        line: row.line,
        error: `${row.cells.length} colonne${row.cells.length > 1 ? 's' : ''} au lieu de ${headed}`,
      }
      return
    }
    yield { line: row.line, cells: cellsOf(header.names, row.cells) }
  }
  // In pieces: the cutter holds what it was given until the end of a line
  for (let at = 0; at < text.length; at += headLength)
    for (const row of cutter.write(text.slice(at, at + headLength))) yield* oneRow(row)
  for (const row of cutter.end()) yield* oneRow(row)
}

/** The cells that say something, by the names of their columns. */
export function cellsOf(names: readonly string[], cells: readonly string[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const [index, name] of names.entries()) {
    const text = cells[index] ?? ''
    if (text.trim() !== '') found.set(name, text)
  }
  return found
}
