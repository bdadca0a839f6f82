import { UserError } from '@/lib/errors'
import { guessByName } from '../../mapping/column-names'
import type { TableRow, TargetField } from '../../mapping/schema'
import { cellsOf } from '../csv-table'
import { findHeader, type Header } from '../header'
import { readSheetRows, type SheetRemarks, type SheetRow } from './sheet-rows'
import { openWorkbook, type Workbook } from './workbook'

export interface XlsxTable {
  sheet: string
  sheets: string[]
  names: string[]
  hasHeader: boolean
  rows(): AsyncGenerator<TableRow>
  /** Known once the rows have been read */
  remarks(): string[]
}

/** Rows looked at to tell what a sheet is. */
const looked = 40
const mostSheets = 30

/**
 * Opens the sheet of a workbook that the person names, or the one that looks most like a table of places.
 *
 * @throws UserError
 */
export async function readXlsxTable(bytes: Buffer, wanted: string | null): Promise<XlsxTable> {
  const workbook = await openWorkbook(bytes)
  const shown = workbook.sheets.filter(({ isHidden }) => !isHidden)
  const candidates = (shown.length > 0 ? shown : workbook.sheets).slice(0, mostSheets)
  const named = workbook.sheets.filter(({ name }) => name === wanted)
  const looks = []
  for (const { name, path } of named.length > 0 ? named : candidates) looks.push(await look(workbook, name, path))
  const [best] = looks.filter(({ width }) => width > 1).sort((a, b) => b.score - a.score)
  if (!best)
    throw new UserError(
      'Ce classeur ne contient aucun tableau : il nous faut au moins le nom et la commune de chaque lieu.',
    )
  const remarks: SheetRemarks = { errors: 0, emptyFormulas: 0, lowestMerge: 0 }
  return {
    sheet: best.name,
    sheets: candidates.map(({ name }) => name),
    names: best.header.names,
    hasHeader: best.header.index >= 0,
    async *rows() {
      Object.assign(remarks, { errors: 0, emptyFormulas: 0, lowestMerge: 0 })
      for await (const { line, cells } of readSheetRows(workbook, best.path, remarks))
        if (line > best.headerLine) yield { line, cells: cellsOf(namesFor(best.header, cells.length), cells) }
    },
    remarks: () => wordsOf(remarks, best.headerLine),
  }
}

interface Look {
  name: string
  path: string
  header: Header
  headerLine: number
  width: number
  score: number
}

/** Without one of these a row tells no place: a list of services may be longer than that of places. */
const whereFields: ReadonlySet<TargetField | undefined> = new Set([
  'commune',
  'code_postal',
  'code_insee',
  'adresse_complete',
] as const)

async function look(workbook: Workbook, name: string, path: string): Promise<Look> {
  const rows: SheetRow[] = []
  for await (const row of readSheetRows(workbook, path)) if (rows.push(row) >= looked) break
  const header = findHeader(rows.map(({ cells }) => cells))
  const below = rows.length - header.index - 1
  const isOfPlaces = header.names.some((title) => whereFields.has(guessByName(title)[0]?.field))
  const score = below * (header.index >= 0 ? 1 + header.named : 0.5) * (isOfPlaces ? 2 * looked : 1)
  return { name, path, header, headerLine: rows[header.index]?.line ?? 0, width: header.names.length, score }
}

/** Rows further down may be wider than those that were looked at. */
function namesFor({ names }: Header, width: number): string[] {
  if (width <= names.length) return names
  return [
    ...names,
    ...Array.from({ length: width - names.length }, (_, index) => `Colonne ${names.length + index + 1}`),
  ]
}

function wordsOf({ errors, emptyFormulas, lowestMerge }: SheetRemarks, headerLine: number): string[] {
  return [
    errors > 0 ? `Cellules en erreur (#REF!, #N/A…), lues comme vides : ${errors}.` : '',
    emptyFormulas > 0
      ? `Formules enregistrées sans leur résultat, lues comme vides : ${emptyFormulas}. Ouvrez le classeur dans un tableur et enregistrez-le.`
      : '',
    lowestMerge > headerLine + 1
      ? 'Des cellules sont fusionnées sur plusieurs lignes : leur valeur n’est lue que sur la première.'
      : '',
  ].filter(Boolean)
}
