import { type Field, fieldOf } from './columns'

/** A record as its file says it: only the fields that say something, in text or lists of text. */
export type SourceRecord = ReadonlyMap<Field, string | string[]>

/** Text of a field; the items of a list joined by `|`. */
export function textOf(record: SourceRecord, field: Field): string {
  const value = record.get(field) ?? ''
  return typeof value === 'string' ? value : value.join('|')
}

/** Items of a field as the file gives them: several where it has a real list. */
export function listOf(record: SourceRecord, field: Field): string | string[] {
  return record.get(field) ?? ''
}

/** What a file holds under names that mean nothing here: the first of each. */
export type IgnoredFields = Map<string, { line: number; value: string }>

/** Such names are few in real files; a hostile one could make up millions. */
const mostIgnored = 200

/** A row of a table, by the fields of its columns; of two columns for one field, the first that says something. */
export function recordOfCells(fields: readonly (Field | undefined)[], cells: readonly string[]): SourceRecord {
  const record = new Map<Field, string>()
  for (const [index, field] of fields.entries()) {
    const text = cells[index] ?? ''
    if (field !== undefined && text.trim() !== '' && !record.has(field)) record.set(field, text)
  }
  return record
}

/** A JSON object by the fields of its keys; what stands one or two objects deeper counts as if it stood above. */
export function recordOfObject(object: object, deepest = 2): SourceRecord {
  const record = new Map<Field, string | string[]>()
  const nested: object[] = []
  for (const [key, value] of Object.entries(object)) {
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) nested.push(value)
    const field = fieldOf(key)
    const text = field === undefined ? undefined : written(value)
    if (field !== undefined && text !== undefined && !record.has(field)) record.set(field, text)
  }
  if (deepest > 0) {
    for (const inner of nested.flatMap((one) => [...recordOfObject(one, deepest - 1)]))
      if (!record.has(inner[0])) record.set(...inner)
  }
  return record
}

/** The fields that a JSON object names, those that say nothing included. */
export function fieldsOfObject(object: object, deepest = 2): Field[] {
  return Object.entries(object).flatMap(([key, value]) => {
    const field = fieldOf(key)
    const inner = deepest > 0 && value !== null && typeof value === 'object' && !Array.isArray(value)
    return [...(field ? [field] : []), ...(inner ? fieldsOfObject(value, deepest - 1) : [])]
  })
}

function written(value: unknown): string | string[] | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value
  if (typeof value === 'number' || typeof value === 'bigint') return Object.is(value, -0) ? '0' : String(value)
  if (!Array.isArray(value)) return undefined
  const items = value.flatMap((item: unknown) => {
    const text = Array.isArray(item) ? undefined : written(item)
    return typeof text === 'string' ? [text] : []
  })
  return items.length > 0 ? items : undefined
}

/** Remembers what a row says in columns that are not read. */
export function noteIgnoredCells(
  ignored: IgnoredFields,
  line: number,
  { fields, headers }: { fields: readonly (Field | undefined)[]; headers: readonly string[] },
  cells: readonly string[],
): void {
  for (const [index, header] of headers.entries()) {
    const value = cells[index]?.trim() ?? ''
    if (fields[index] === undefined && value !== '') noteIgnored(ignored, line, header, value)
  }
}

/** The parts of a GeoJSON feature that are no fields of a place. */
const ofGeoJson = new Set(['type', 'geometry', 'bbox'])

/** The same of an object, as deep as `recordOfObject` reads. */
export function noteIgnoredKeys(ignored: IgnoredFields, line: number, object: object, deepest = 2): void {
  for (const [key, value] of Object.entries(object)) {
    if (ofGeoJson.has(key)) continue
    const isNested = deepest > 0 && value !== null && typeof value === 'object' && !Array.isArray(value)
    if (isNested) noteIgnoredKeys(ignored, line, value, deepest - 1)
    else if (fieldOf(key) === undefined && written(value) !== undefined)
      noteIgnored(ignored, line, key, String(written(value)))
  }
}

function noteIgnored(ignored: IgnoredFields, line: number, name: string, value: string): void {
  const short = name.slice(0, 100)
  if (!ignored.has(short) && ignored.size < mostIgnored) ignored.set(short, { line, value: value.slice(0, 200) })
}
