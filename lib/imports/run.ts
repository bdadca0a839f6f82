import { type CurrentUser, mayMovePlace, mayOnPlace } from '@/lib/accounts/permissions'
import type { CommuneIndex } from './commune-index'
import type { RecordField } from './comparison'
import type { Fate } from './fate'
import type { ImportCounts, ReportEntries } from './report'

/** An import under way. */
export interface Run {
  /** Null in a dry run: nothing is written. */
  id: string | null
  /** Ids of sources by slug */
  sourceIds: ReadonlyMap<string, string>
  communes: CommuneIndex
  /** `YYYY-MM-DD` */
  today: string
  counts: ImportCounts
  entries: ReportEntries
  /** On whose behalf: the history names her, and she changes what she may only. Null for the product itself */
  user: CurrentUser | null
  /** A person looked at the rows before: what she may want to undo is remembered */
  isReviewed: boolean
  /** What no row of the file speaks of any more: it stays as its source said it before */
  unsaid?: readonly RecordField[]
  /** Hears what becomes of each row */
  onFate?: (fate: Fate) => void
}

/** Whether the person may add a place there. */
export function mayAdd({ user }: Run, departmentCode: string): boolean {
  return user === null || mayOnPlace(user, 'create', { departmentCode })
}

/** Whether she may change that place, and leave it in that département. */
export function mayChange({ user }: Run, id: string, from: string, to: string): boolean {
  return user === null || mayMovePlace(user, { id, departmentCode: from }, to)
}

/** The département of a commune; the two digits of its code where the commune is unknown. */
export function departmentOf(run: Run, communeCode: string): string {
  return run.communes.ofCode(communeCode)?.departmentCode ?? communeCode.slice(0, 2)
}
