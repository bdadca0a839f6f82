import type { Fate } from './fate'
import type { Run } from './run'
import type { Unit } from './units'

/** What most rows have none of. */
export const nothingMore = { change: null, suggested: null, position: null, reason: null }

/** Counts a unit once and says what becomes of it. */
export function count(
  run: Run,
  unit: Unit,
  kind: 'added' | 'updated' | 'unchanged' | 'refused',
  more: Partial<Fate> = {},
): void {
  run.counts[kind] += 1
  const placeId = unit.known?.placeId ?? null
  run.onFate?.({ row: unit.row.row, kind: kind === 'updated' ? 'changed' : kind, placeId, ...nothingMore, ...more })
}

export const outOfTerritory = 'Ce lieu n’est pas dans votre territoire'

/** Takes nothing of a unit, and says why. */
export function refuse(run: Run, unit: Unit, reason: string): void {
  count(run, unit, 'refused', { reason })
  tell(run, unit, 'refused', reason)
}

/** Adds a line about a unit to the report. */
export function tell(
  run: Run,
  { row, externalId }: Unit,
  kind: 'older' | 'kept' | 'repaired' | 'refused',
  reason: string,
  field?: string,
): void {
  run.entries.add({ line: row.line, id: externalId, kind, reason, ...(field ? { field } : {}) })
}
