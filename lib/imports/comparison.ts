import { same } from '@/lib/places/snapshot'
import type { StoredRecord } from './staged-record'
import type { Unit } from './units'

export type RecordField = keyof StoredRecord

/** What a unit means for its place. */
export type Comparison =
  | { kind: 'new' }
  | { kind: 'older' }
  | { kind: 'unchanged' }
  | { kind: 'changed'; fields: RecordField[]; isNewer: boolean }

/** Compares what the file says of a place with what the same source said before. */
export function compare({ row, known }: Unit): Comparison {
  if (!known) return { kind: 'new' }
  const isOlder = row.recordDate !== null && known.recordDate !== null && row.recordDate < known.recordDate
  const fields = changedFields(known.record, row.record)
  if (isOlder) return fields.length > 0 ? { kind: 'older' } : { kind: 'unchanged' }
  const isNewer = row.recordDate !== null && row.recordDate !== known.recordDate
  return fields.length > 0 || isNewer ? { kind: 'changed', fields, isNewer } : { kind: 'unchanged' }
}

/** The fields that a source says otherwise than before. The order of codes in a list says nothing. */
function changedFields(before: StoredRecord, after: StoredRecord): RecordField[] {
  const fields = Object.keys(after) as RecordField[]
  return fields.filter((field) => !same(comparable(before[field]), comparable(after[field])))
}

type Value = Parameters<typeof same>[0]

function comparable(value: StoredRecord[RecordField] | undefined): Value {
  if (Array.isArray(value)) return [...value].sort()
  return value !== null && typeof value === 'object' ? { ...value } : value
}
