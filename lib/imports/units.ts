import type { GroupedRow } from './stage/mutations'
import type { StoredDuplicate, StoredRecord } from './staged-record'

/** What the database remembers of an id of a source. */
export interface KnownSource {
  source: string
  externalId: string
  placeId: string
  record: StoredRecord | StoredDuplicate
  recordDate: string | null
  /** Where the place stands */
  departmentCode: string
  /** A person says that it is this place: no source did before */
  isMatch?: boolean
}

/** One place of the file: the row that speaks for it, the other ids it has there, and what is known of it. */
export interface Unit {
  row: GroupedRow
  /** The id that stands for the place in this source */
  externalId: string
  otherIds: string[]
  known: (KnownSource & { record: StoredRecord }) | null
}

/** What a row is found by among all sources, two of which may use the same ids. */
export function sourceKey({ source, externalId }: { source: string; externalId: string }): string {
  return `${source} ${externalId}`
}

/** Whether what was kept of a row is only the id of the one that speaks for its place. */
export function isDuplicate(record: StoredRecord | StoredDuplicate): record is StoredDuplicate {
  return 'duplicateOf' in record
}

/**
 * Matches a group of rows that are one place with what is known of their ids.
 *
 * Two ids that have a place each keep them: only a person merges places. An id that an earlier
 * release listed as a duplicate takes that place over when the first id has left the file, and gets
 * a place of its own when the two are no longer the same.
 *
 * @param known by `sourceKey`, for the ids of the group and those they were duplicates of
 * @param isInFile whether a first id still stands in the file, by `sourceKey`
 */
export function unitsOf(
  group: readonly GroupedRow[],
  known: ReadonlyMap<string, KnownSource>,
  isInFile: (key: string) => boolean,
): Unit[] {
  const [leader] = group
  if (!leader) return []
  const owners = group.filter((row) => placeOf(row, known) !== null)
  const rest = group.filter((row) => !owners.includes(row))
  const first = owners.includes(leader) ? leader : (owners[0] ?? null)
  if (first) {
    const others = owners.filter((row) => row !== first)
    return [
      unit(leader, first.externalId, rest, placeOf(first, known)),
      ...others.map((row) => unit(row, row.externalId, [], placeOf(row, known))),
    ]
  }
  const inherited = group.map((row) => inheritedPlace(row, known, isInFile)).find((place) => place !== null)
  return [
    unit(
      leader,
      leader.externalId,
      rest.filter((row) => row !== leader),
      inherited ?? null,
    ),
  ]
}

function unit(row: GroupedRow, externalId: string, rest: readonly GroupedRow[], known: Unit['known']): Unit {
  return { row, externalId, otherIds: rest.map((one) => one.externalId), known }
}

function placeOf(row: GroupedRow, known: ReadonlyMap<string, KnownSource>): Unit['known'] {
  const found = known.get(sourceKey(row))
  return found && !isDuplicate(found.record) ? { ...found, record: found.record } : null
}

function inheritedPlace(
  row: GroupedRow,
  known: ReadonlyMap<string, KnownSource>,
  isInFile: (key: string) => boolean,
): Unit['known'] {
  const found = known.get(sourceKey(row))
  if (!found || !isDuplicate(found.record)) return null
  const key = sourceKey({ source: row.source, externalId: found.record.duplicateOf })
  const first = known.get(key)
  return first && !isDuplicate(first.record) && !isInFile(key) ? { ...first, record: first.record } : null
}
