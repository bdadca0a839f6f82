import { UserError } from '@/lib/errors'
import { numberText } from './cell-format'
import type { Workbook } from './workbook'
import { escaped, readXml } from './xml'

/** A row of a sheet: its cells from the first column on, blank ones included. */
export interface SheetRow {
  line: number
  cells: string[]
}

/** What the cells of a sheet showed besides values; known once its rows have been read. */
export interface SheetRemarks {
  /** `#REF!`, `#N/A`… */
  errors: number
  /** Formulas that were saved without the value they gave */
  emptyFormulas: number
  /** The lowest line of a group of merged cells that spans several lines */
  lowestMerge: number
}

const mostColumns = 1000

/**
 * Reads the rows that hold something, piece by piece. Of a formula, the value that was saved with it is read: nothing
 * is ever worked out.
 */
export async function* readSheetRows(
  workbook: Workbook,
  path: string,
  remarks: SheetRemarks = { errors: 0, emptyFormulas: 0, lowestMerge: 0 },
): AsyncGenerator<SheetRow> {
  const found: SheetRow[] = []
  let row: SheetRow | null = null
  let line = 0
  let cell = noCell()
  let isValue = false
  const chunks = readXml(workbook.archive.read(path), {
    open(name, attributes) {
      if (name === 'row') {
        line = Number(attributes.r ?? line + 1)
        row = { line, cells: [] }
      } else if (name === 'c') {
        cell = { ...noCell(), type: attributes.t ?? 'n', style: Number(attributes.s ?? 0) }
        cell.column = columnOf(attributes.r) ?? row?.cells.length ?? 0
      } else if (name === 'f') cell.hasFormula = true
      else if (name === 'mergeCell') noteMerge(remarks, attributes.ref ?? '')
      isValue = name === 'v' || name === 't'
    },
    text(text) {
      if (isValue) cell.parts.push(text)
    },
    close(name) {
      isValue = false
      if (name === 'c' && row) put(row, cell, workbook, remarks)
      if (name === 'row' && row) {
        if (row.cells.some((text) => text.trim() !== '')) found.push(row)
        row = null
      }
    },
  })
  for await (const _ of chunks) yield* found.splice(0)
  yield* found
}

interface Cell {
  type: string
  style: number
  column: number
  hasFormula: boolean
  parts: string[]
}

function noCell(): Cell {
  return { type: 'n', style: 0, column: 0, hasFormula: false, parts: [] }
}

function put(row: SheetRow, cell: Cell, workbook: Workbook, remarks: SheetRemarks): void {
  const written = cell.parts.join('')
  if (cell.hasFormula && written === '') remarks.emptyFormulas += 1
  if (cell.type === 'e') {
    remarks.errors += 1
    return
  }
  const text = cellText(written, cell, workbook)
  if (text.trim() === '') return
  if (cell.column >= mostColumns)
    throw new UserError(`Ce tableau a plus de ${mostColumns} colonnes : enlevez celles qui ne servent pas.`)
  while (row.cells.length < cell.column) row.cells.push('')
  row.cells[cell.column] = text
}

function cellText(written: string, { type, style }: Cell, { texts, formats, isFrom1904 }: Workbook): string {
  if (type === 's') return texts[Number(written)] ?? ''
  if (type === 'inlineStr' || type === 'str') return escaped(written)
  if (type === 'b') return written === '1' || written === 'true' ? 'oui' : 'non'
  if (type === 'd') return written
  return numberText(written, formats[style] ?? { kind: 'plain' }, isFrom1904)
}

/** `AB12` → 27. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/i.exec(reference ?? '')?.[0].toUpperCase()
  if (!letters) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function noteMerge(remarks: SheetRemarks, reference: string): void {
  const [, from, to] = /^[A-Z]+(\d+):[A-Z]+(\d+)$/i.exec(reference) ?? []
  if (from && to && from !== to) remarks.lowestMerge = Math.max(remarks.lowestMerge, Number(to))
}
