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
