import type { RecordField } from './comparison'
import type { Unit } from './units'

/** What the kind of a place is read from. */
const ofKind: readonly RecordField[] = ['programmes', 'labels', 'typologies']

/** A unit that says of these fields what its source said before, as if its file had. */
export function withUnsaid(unit: Unit, unsaid: readonly RecordField[]): Unit {
  const { known, row } = unit
  if (!known || unsaid.length === 0) return unit
  const fields = unsaid.some((field) => ofKind.includes(field)) ? [...unsaid, 'kind' as const] : unsaid
  const former = Object.fromEntries(fields.map((field) => [field, known.record[field]]))
  return { ...unit, row: { ...row, record: { ...row.record, ...former } } }
}
