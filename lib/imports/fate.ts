import type { Change, Snapshot } from '@/lib/places/snapshot'
import type { PlacedPosition } from './next-place'

/** What becomes of a row of a file, or would in a try. */
export interface Fate {
  /** Its rank in the file */
  row: number
  kind: 'added' | 'changed' | 'unchanged' | 'duplicate' | 'refused'
  /** The place it is about; null for one that is not there yet */
  placeId: string | null
  /** The fields of that place that change */
  change: Change | null
  /** Fields that a person corrected: what the file says of them becomes a suggestion */
  suggested: Snapshot | null
  /** Where a place that is added stands */
  position: PlacedPosition | null
  /** Why, in words for the person, when it is not taken as it stands */
  reason: string | null
}
