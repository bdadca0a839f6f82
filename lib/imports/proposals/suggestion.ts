import { changeBetween, type EditablePlace, type Snapshot, same, snapshotOf } from '@/lib/places/snapshot'
import type { RecordField } from '../comparison'
import { changesPosition, nextPlace, type PlacedPosition } from '../next-place'
import type { StoredRecord } from '../staged-record'

/** What a file says against the corrections of a place, at one of its releases. */
export interface FileSuggestion {
  placeId: string
  /** Slug of the source */
  source: string
  /** Version of the place that it starts from */
  version: number
  /** The place of that version */
  place: Snapshot
  /** Everything that this release says otherwise than the one before */
  fields: readonly RecordField[]
  suggested: Snapshot | null
}

/** What the fields that a person corrected would become, had she not; null when that changes nothing. */
export function suggestionOf(
  place: EditablePlace,
  record: StoredRecord,
  kept: readonly RecordField[],
  position: PlacedPosition | null,
): Snapshot | null {
  if (kept.length === 0) return null
  const moved = changesPosition(kept, record) ? position : null
  const wanted = nextPlace(place, record, kept, new Set(), moved).place
  return changeBetween(snapshotOf(place), snapshotOf(wanted))?.after ?? null
}

/**
 * What a source suggests of a place after a new release: what this release says otherwise takes the
 * place of what was suggested of it before; the rest is still suggested, unless the place says so by now.
 */
export function nextSuggestion(before: Snapshot, { fields, suggested, place }: FileSuggestion): Snapshot {
  const still = Object.entries(before).filter(
    ([field, value]) => !fields.some((said) => isOf(field, said)) && !same(place[field], value),
  )
  return { ...Object.fromEntries(still), ...suggested }
}

const ofPosition = ['latitude', 'longitude', 'precision']

/** Whether a field of a snapshot comes from that field of a record. */
function isOf(field: string, said: RecordField): boolean {
  if (said === 'services') return field.startsWith('services.')
  return said === 'position' ? ofPosition.includes(field) : field === said
}
