import { UserError } from '@/lib/errors'
import { damagedNumber } from '../mapping/mapped-row'
import type { TableColumn } from '../mapping/schema'

const mostColumns = 300
const mostSamples = 8
const mostValues = 60

interface Tally {
  samples: string[]
  filled: number
  values: Map<string, number> | null
  distinct: Set<string> | null
  damaged: number
}

/** Counts what the columns of a table hold, row by row, without keeping the rows. */
export class ColumnTallies {
  private readonly tallies = new Map<string, Tally>()
  private readonly ranks: ReadonlyMap<string, number>
  rows = 0

  /** @param keys those known beforehand, in their order: a sheet may name hundreds and fill few */
  constructor(keys: readonly string[] = []) {
    this.ranks = new Map(keys.map((key, rank) => [key, rank]))
  }

  add(cells: ReadonlyMap<string, string | string[]>): void {
    this.rows += 1
    for (const [key, value] of cells) count(this.of(key), value)
  }

  /** Those that hold something, in the order of the file. */
  columns(): TableColumn[] {
    const rankOf = (key: string) => this.ranks.get(key) ?? this.ranks.size
    return [...this.tallies]
      .sort(([one], [other]) => rankOf(one) - rankOf(other))
      .map(([key, { samples, filled, values, distinct }]) => ({
        key,
        samples,
        filled,
        values:
          values && [...values].map(([value, times]) => ({ value, count: times })).sort((a, b) => b.count - a.count),
        isUnique: distinct !== null && filled === this.rows,
      }))
  }

  /** The columns whose numbers a spreadsheet rounded, and how many. */
  damaged(): { key: string; count: number }[] {
    return [...this.tallies]
      .filter(([, { damaged }]) => damaged > 0)
      .map(([key, { damaged }]) => ({ key, count: damaged }))
  }

  private of(key: string): Tally {
    const known = this.tallies.get(key)
    if (known) return known
    if (this.tallies.size >= mostColumns)
      throw new UserError(`Ce tableau a plus de ${mostColumns} colonnes : enlevez celles qui ne servent pas.`)
    const tally: Tally = { samples: [], filled: 0, values: new Map(), distinct: new Set(), damaged: 0 }
    this.tallies.set(key, tally)
    return tally
  }
}

function count(tally: Tally, value: string | string[]): void {
  tally.filled += 1
  const text = typeof value === 'string' ? value : value.join('|')
  if (damagedNumber.test(text)) tally.damaged += 1
  if (tally.distinct?.has(text)) tally.distinct = null
  else tally.distinct?.add(text)
  const sample = text.trim().slice(0, 120)
  if (tally.samples.length < mostSamples && !tally.samples.includes(sample)) tally.samples.push(sample)
  for (const item of typeof value === 'string' ? value.split(/[|;\n]/) : value) {
    const trimmed = item.trim()
    if (trimmed === '' || !tally.values) continue
    if (trimmed.length > 200) tally.values = null
    else tally.values.set(trimmed, (tally.values.get(trimmed) ?? 0) + 1)
  }
  if (tally.values && tally.values.size > mostValues) tally.values = null
}
