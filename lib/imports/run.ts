import type { CommuneIndex } from './commune-index'
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
}
