import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { UserError } from '@/lib/errors'
import { kindOfFile } from '@/lib/open-data/file-kind'
import { decodeText } from '@/lib/open-data/file-text'
import { fromFirstSign } from '@/lib/open-data/lenient-json'
import { mostBytes, mostRows, type TableRow } from '../mapping/schema'
import { readCsvTable } from './csv-table'
import { readJsonTable } from './json-table'
import type { OpenTable } from './table'
import { ColumnTallies } from './tally'
import { readXlsxTable } from './xlsx/xlsx-table'

/** A table before its columns have been counted. */
interface Opened extends Pick<OpenTable, 'kind' | 'encoding' | 'separator' | 'sheet' | 'sheets'> {
  /** Known beforehand, in their order; those of JSON show as they come */
  names: string[]
  hasHeader: boolean
  rows(): Generator<TableRow> | AsyncGenerator<TableRow>
  remarks(): string[]
}

/**
 * Opens a file of any shape as a table: CSV in any encoding, XLSX, JSON, GeoJSON. It is told by its bytes, whatever its
 * name, and read whole once, so that its columns are known and its limits kept.
 *
 * @param file a path, or the bytes
 * @param sheet of a workbook, where the person chose one
 * @throws UserError, in a sentence that says what to do, for what is no table, is damaged or too large
 */
export async function openTable(file: string | Uint8Array, sheet: string | null = null): Promise<OpenTable> {
  const bytes =
    typeof file === 'string' ? await readBytes(file) : Buffer.from(file.buffer, file.byteOffset, file.length)
  if (bytes.length > mostBytes) throw new UserError(tooLarge)
  const opened = await open(bytes, sheet)
  const { columns, rowCount, notices } = await count(opened)
  return {
    kind: opened.kind,
    columns,
    headers: opened.names.length > 0 ? opened.names : null,
    rowCount,
    size: bytes.length,
    digest: createHash('sha256').update(bytes).digest('hex'),
    notices,
    encoding: opened.encoding,
    separator: opened.separator,
    sheet: opened.sheet,
    sheets: opened.sheets,
    async *rows() {
      yield* opened.rows()
    },
  }
}

/** The rows of a file that was opened before: its columns are not counted again. */
export async function* rowsOf(file: Uint8Array, sheet: string | null): AsyncGenerator<TableRow> {
  const { rows } = await open(Buffer.from(file.buffer, file.byteOffset, file.length), sheet)
  yield* rows()
}

const tooLarge =
  'Ce fichier dépasse 10 Mo. Coupez-le en plusieurs fichiers, ou enlevez les colonnes qui ne servent pas.'
const tooLong = `Ce fichier a plus de ${mostRows.toLocaleString('fr')} lignes. Coupez-le en plusieurs fichiers.`

async function readBytes(path: string): Promise<Buffer> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new UserError('Le fichier n’existe pas.')
  // Before it is read: one of a gigabyte never comes into memory
  if (found.size > mostBytes) throw new UserError(tooLarge)
  return readFile(path)
}

async function open(bytes: Buffer, sheet: string | null): Promise<Opened> {
  if (kindOfFile(bytes) === 'workbook') {
    const table = await readXlsxTable(bytes, sheet)
    return {
      ...table,
      kind: 'xlsx',
      encoding: null,
      separator: null,
      remarks: () => [...sheetNotice(table), ...table.remarks()],
    }
  }
  const { text, encoding } = decodeText(bytes)
  if (text.trim() === '') throw new UserError('Le fichier est vide.')
  const common = { encoding, sheet: null, sheets: [] }
  const elder =
    encoding === 'Mac' || encoding === 'DOS'
      ? [`Le fichier est écrit à l’ancienne (${encoding}) : vérifiez les accents.`]
      : []
  const lost = text.match(/\uFFFD/g)?.length ?? 0
  const remarks = () => [...elder, ...(lost > 0 ? [`Lettres perdues avant l’envoi (�) : ${lost}.`] : [])]
  if (/^[[{]/.test(fromFirstSign(text.slice(0, 10_000))))
    return { ...common, ...readJsonTable(text), separator: null, names: [], hasHeader: true, remarks }
  return { ...common, ...readCsvTable(text), kind: 'csv', remarks }
}

function sheetNotice({ sheet, sheets }: { sheet: string; sheets: string[] }): string[] {
  const others = sheets.filter((name) => name !== sheet)
  if (others.length === 0) return []
  return [
    `Feuille lue : « ${sheet} ». Les autres ne le sont pas : ${others.slice(0, 5).join(', ')}${others.length > 5 ? '…' : ''}.`,
  ]
}

async function count(opened: Opened): Promise<Pick<OpenTable, 'columns' | 'rowCount' | 'notices'>> {
  const tallies = new ColumnTallies(opened.names)
  let rowCount = 0
  for await (const row of opened.rows()) {
    rowCount += 1
    if (rowCount > mostRows) throw new UserError(tooLong)
    if ('cells' in row) tallies.add(row.cells)
  }
  if (tallies.rows === 0)
    throw new UserError(
      rowCount === 0 ? 'Le fichier ne contient aucun lieu.' : 'Aucune ligne de ce fichier ne peut être lue.',
    )
  const damaged = tallies
    .damaged()
    .map(
      ({ key, count }) =>
        `Colonne « ${key} » : ${count} ${count > 1 ? 'nombres abîmés' : 'nombre abîmé'} par un tableur (comme 1,23E+13). Leurs derniers chiffres sont perdus : reprenez le fichier d’origine.`,
    )
  const unnamed = opened.hasHeader
    ? []
    : ['Aucune ligne de titres n’a été trouvée : les colonnes sont nommées par leur lettre.']
  return { columns: tallies.columns(), rowCount, notices: [...unnamed, ...opened.remarks(), ...damaged] }
}
