import type { Encoding } from '@/lib/open-data/decoder'
import type { FileFormat } from '@/lib/open-data/file-form'

/** What can be told of a row. */
export type EntryKind =
  | 'refused'
  | 'repaired'
  | 'dropped'
  | 'duplicate'
  | 'older'
  /** A person's correction was kept against the file. */
  | 'kept'
  /** A place of an earlier release that this one no longer has. */
  | 'absent'

export interface ReportEntry {
  /** Line of the file; null for what is not in it */
  line: number | null
  /** The source's own id, where known */
  id: string | null
  kind: EntryKind
  field?: string
  value?: string
  reason: string
}

/** Rows, each counted once. */
export interface ImportCounts {
  rows: number
  added: number
  updated: number
  unchanged: number
  duplicates: number
  refused: number
}

export interface ImportReport extends ImportCounts {
  file: string
  format: FileFormat
  encoding: Encoding
  separator: string | null
  sources: string[]
  isDryRun: boolean
  absent: number
  /** Milliseconds */
  duration: number
  /** How many entries there are of each kind */
  told: Partial<Record<EntryKind, number>>
  /** The first entries, refusals before the rest where there are too many */
  entries: ReportEntry[]
  /** Entries that are counted but not kept here */
  leftOff: number
}

const mostKept = 20_000

/** Collects what is told of rows, without growing for ever. */
export class ReportEntries {
  readonly told: Partial<Record<EntryKind, number>> = {}
  private readonly refusals: ReportEntry[] = []
  private readonly others: ReportEntry[] = []

  /** @param onEntry hears every entry, those that are not kept included */
  constructor(private readonly onEntry: (entry: ReportEntry) => void = () => {}) {}

  add(entry: ReportEntry): void {
    this.told[entry.kind] = (this.told[entry.kind] ?? 0) + 1
    this.onEntry(entry)
    const list = entry.kind === 'refused' ? this.refusals : this.others
    if (list.length < mostKept) list.push(entry)
  }

  /** At most 20,000, refusals first when something must be left off; in the order of the file. */
  get kept(): ReportEntry[] {
    const entries = [...this.refusals, ...this.others].slice(0, mostKept)
    return entries.sort((a, b) => (a.line ?? Number.POSITIVE_INFINITY) - (b.line ?? Number.POSITIVE_INFINITY))
  }

  get leftOff(): number {
    const all = Object.values(this.told).reduce((sum, count) => sum + count, 0)
    return Math.max(0, all - mostKept)
  }
}
