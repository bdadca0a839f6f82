import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { UserError } from '@/lib/errors'
import { type CsvRow, CsvRows } from './csv-rows'
import type { Decoder, Encoding } from './decoder'
import { detectForm, type FileForm, type FileFormat } from './file-form'
import { kindOfFile } from './file-kind'
import { decoderOf } from './file-text'
import { pointOf } from './geojson-point'
import { type JsonItem, JsonItems } from './json-items'
import {
  type IgnoredFields,
  noteIgnoredCells,
  noteIgnoredKeys,
  recordOfCells,
  recordOfObject,
  type SourceRecord,
} from './source-record'

/** A record with the line it starts on, or why that line holds none. */
export type SourceRow = { line: number; record: SourceRecord } | { line: number; error: string }

export interface SourceFile {
  /** What it is made of; `mapped` when its columns were chosen rather than known */
  form: FileForm | { format: FileFormat; kind: 'mapped' }
  /** Bytes */
  size: number
  /** Reads the file from its start. `onBytes` hears how many bytes have been read. */
  rows(onBytes?: (read: number) => void): AsyncGenerator<SourceRow>
  /** Known once the rows have been read. */
  encoding(): Encoding
  /** Columns and keys that hold something and are not read; known once the rows have been read. */
  ignored(): IgnoredFields
}

const headLength = 262_144

/**
 * Opens a file of places and tells what it is.
 *
 * @throws UserError for a file that is not there, not readable, empty or of no known format
 */
export async function openSourceFile(path: string, forced?: FileFormat): Promise<SourceFile> {
  const { size } = await statFile(path)
  if (size === 0) throw new UserError('Le fichier est vide.')
  const head = await readHead(path)
  if (kindOfFile(head) === 'workbook')
    throw new UserError('Ce fichier est un classeur ou une archive : enregistrez-le en CSV.')
  let decoder = decoderOf(head)
  const form = detectForm(decoder.write(head), forced)
  const ignored: IgnoredFields = new Map()
  return {
    form,
    size,
    encoding: () => decoder.encoding(),
    ignored: () => ignored,
    async *rows(onBytes) {
      decoder = decoderOf(head)
      yield* form.kind === 'csv'
        ? readCsv(form, read(path, decoder, onBytes), ignored)
        : readJson(form, read(path, decoder, onBytes), ignored)
    },
  }
}

async function statFile(path: string) {
  const found = await stat(path).catch(() => null)
  if (!found) throw new UserError('Le fichier n’existe pas.')
  if (found.isDirectory()) throw new UserError('C’est un dossier, pas un fichier.')
  return found
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path).catch(() => {
    throw new UserError('Le fichier ne peut pas être lu.')
  })
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headLength), 0, headLength, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function* read(path: string, decoder: Decoder, onBytes?: (read: number) => void) {
  let bytes = 0
  for await (const chunk of createReadStream(path)) {
    bytes += chunk.length
    yield decoder.write(chunk)
    onBytes?.(bytes)
  }
  yield decoder.end()
}

async function* readCsv(
  form: FileForm & { kind: 'csv' },
  chunks: AsyncGenerator<string>,
  ignored: IgnoredFields,
): AsyncGenerator<SourceRow> {
  const rows = new CsvRows(form.separator)
  for await (const chunk of chunks) for (const row of rows.write(chunk)) yield* oneRow(row)
  for (const row of rows.end()) yield* oneRow(row)

  function* oneRow(row: CsvRow): Generator<SourceRow> {
    if (row.line <= form.headerLine) {
      rows.columns = row.line === form.headerLine ? form.fields.length : null
      return
    }
    if ('error' in row) {
      yield row
      return
    }
    const isBlank = row.cells.every((cell) => cell.trim() === '')
    if (isBlank) return
    const beyond = row.cells.slice(form.fields.length)
    const isShort = row.cells.length < form.fields.length
    if (isShort || beyond.some((cell) => cell.trim() !== '')) {
      yield {
        line: row.line,
        error: `${row.cells.length} colonne${row.cells.length > 1 ? 's' : ''} au lieu de ${form.fields.length}`,
      }
      return
    }
    noteIgnoredCells(ignored, row.line, form, row.cells)
    yield { line: row.line, record: recordOfCells(form.fields, row.cells) }
  }
}

async function* readJson(
  form: FileForm & { kind: 'json' },
  chunks: AsyncGenerator<string>,
  ignored: IgnoredFields,
): AsyncGenerator<SourceRow> {
  const items = new JsonItems(form.shape)
  for await (const chunk of chunks) for (const item of items.write(chunk)) yield oneItem(item, ignored)
  for (const item of items.end()) yield oneItem(item, ignored)
  if (!items.isWhole)
    throw new UserError('Le fichier JSON est coupé avant sa fin : rien n’a été importé. Téléchargez-le à nouveau.')
}

function oneItem(item: JsonItem, ignored: IgnoredFields): SourceRow {
  if ('error' in item) return item
  if (item.item === null || typeof item.item !== 'object' || Array.isArray(item.item))
    return { line: item.line, error: 'Ce n’est pas un objet' }
  noteIgnoredKeys(ignored, item.line, item.item)
  const record = recordOfObject(item.item)
  const point = 'geometry' in item.item ? pointOf(item.item.geometry) : null
  return {
    line: item.line,
    record: point ? new Map([...record, ['longitude', point[0]], ['latitude', point[1]]]) : record,
  }
}
