import { dayColumns, type Field } from '@/lib/open-data/columns'
import { splitList } from '@/lib/open-data/list'
import type { SourceRow } from '@/lib/open-data/source-file'
import { cleanLine } from '@/lib/open-data/text'
import { dayOfColumns } from './day-columns'
import { isListed, meaningIn, yesOrNo } from './listed-values'
import { readNumber, readPair } from './pair'
import { toDegrees } from './projection'
import type { FieldMapping, Mapping, TableRow, TargetField } from './schema'
import { readWholeAddress } from './whole-address'

type Written = string | string[]
type Cells = ReadonlyMap<string, Written>

/** A number that a spreadsheet rounded: 1,23E+13. What it was cannot be told. */
export const damagedNumber = /^\s*\d(?:[.,]\d+)?E\+?\d{1,3}\s*$/i

/**
 * A row of any table as the readers of the known formats take it: what each column says, under the fields of the
 * national schema. Nothing is judged here.
 */
export function mappedRow(row: TableRow, mapping: Mapping): SourceRow {
  if ('error' in row) return row
  const record = new Map<Field, Written>()
  const others = new Map<'adresse_complete' | 'coordonnees', Written>()
  for (const [field, from] of Object.entries(mapping.fields) as [TargetField, FieldMapping][]) {
    const value = written(row.cells, field, from)
    if (value === undefined) continue
    if (field === 'adresse_complete' || field === 'coordonnees') others.set(field, value)
    else record.set(field, value)
  }
  const whole = others.get('adresse_complete')
  if (whole !== undefined) takeAddress(record, textOf(whole))
  takeCoordinates(record, textOf(others.get('coordonnees') ?? ''), mapping)
  // An id that lost its last digits is that of a hundred rows
  if (damagedNumber.test(textOf(record.get('id') ?? ''))) record.delete('id')
  return { line: row.line, record }
}

function textOf(value: Written): string {
  return typeof value === 'string' ? value : value.join('|')
}

function written(cells: Cells, field: TargetField, from: FieldMapping): Written | undefined {
  const found = combine(cells, field, from)
  const meant = found === undefined ? [] : meaning(found, field, from)
  const marked = from.marks.flatMap(({ column, value }) =>
    yesOrNo(textOf(cells.get(column) ?? '')) === true ? [value] : [],
  )
  if (marked.length > 0) return [...new Set([meant].flat().concat(marked))]
  if (meant.length > 0) return meant
  if (from.constant === null) return undefined
  return isListed(field) ? from.constant.split('|') : from.constant
}

function combine(cells: Cells, field: TargetField, from: FieldMapping): Written | undefined {
  if (from.combine === 'first')
    return from.columns.map((column) => cells.get(column)).find((value) => value !== undefined)
  if ((dayColumns as readonly string[]).includes(field) && from.combine === 'all')
    return dayOfColumns(from.columns.map((column) => textOf(cells.get(column) ?? '')))
  const said = from.columns.flatMap((column) => cells.get(column) ?? [])
  if (from.combine === 'join') return said.join(' ') || undefined
  return said.length > 1 ? said : said[0]
}

/** What written values mean: by the correspondences of the mapping; the others stay as they are. */
function meaning(found: Written, field: TargetField, { separator, values }: FieldMapping): Written {
  const parted = separator === null ? found : [found].flat().flatMap((text) => text.split(separator))
  if (Object.keys(values).length === 0) return parted
  const whole = typeof parted === 'string' ? meaningIn(values, parted) : undefined
  if (whole) return whole
  const items = splitList(parted).flatMap((item) => known(item, values))
  return isListed(field) || Array.isArray(found) ? items : items.join('|')
}

function known(item: string, values: FieldMapping['values']): string[] {
  const value = meaningIn(values, item)
  if (value) return value
  const parts = item.split(',').map((part) => part.trim())
  const isEach = parts.length > 1 && parts.some((part) => meaningIn(values, part))
  return isEach ? parts.flatMap((part) => meaningIn(values, part) ?? [part]) : [item]
}

/** What columns of their own say comes first. */
function takeAddress(record: Map<Field, Written>, text: string): void {
  const { address, postcode, commune } = readWholeAddress(cleanLine(text))
  const parts = [
    ['adresse', address],
    ['code_postal', postcode],
    ['commune', commune],
  ] as const
  for (const [field, value] of parts) if (value !== '' && !record.has(field)) record.set(field, value)
}

function takeCoordinates(record: Map<Field, Written>, both: string, mapping: Mapping): void {
  const pair = readPair(both)
  const isLatitudeFirst = mapping.coordinateOrder === 'latitude-first'
  if (pair) {
    record.set('latitude', String(isLatitudeFirst ? pair[0] : pair[1]))
    record.set('longitude', String(isLatitudeFirst ? pair[1] : pair[0]))
  } else if (both !== '' && !record.has('latitude')) record.set('latitude', both)
  if (mapping.projection === 'degrees') return
  const x = readNumber(textOf(record.get('longitude') ?? ''))
  const y = readNumber(textOf(record.get('latitude') ?? ''))
  // Written as degrees all the same, or nothing that can be told: left to the reader of coordinates
  const degrees = x === null || y === null ? null : toDegrees(mapping.projection, x, y)
  if (!degrees) return
  record.set('longitude', String(degrees.longitude))
  record.set('latitude', String(degrees.latitude))
}
