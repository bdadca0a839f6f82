import 'server-only'
import type { Transaction } from '@/lib/db'
import { jsonText } from '@/lib/json-text'
import { distanceInMetres } from '@/lib/territory/distance'
import type { RecordField } from '../comparison'
import type { PlacedPosition } from '../next-place'
import type { StagedRow, StoredRecord } from '../staged-record'

/** A row and its rank in the file: several may stand on one line of JSON. */
export interface NumberedRow extends StagedRow {
  row: number
  /** Where its address has been found already, when its source does not say where it is */
  located?: PlacedPosition | null
  /** The place that a person says it is */
  matchId?: string | null
}

/** A staged row, and the row that speaks for the place where several rows are one. */
export interface GroupedRow extends NumberedRow {
  leader: number
}

/** Makes the table where rows wait until the whole file has been read. It goes with the transaction. */
export async function createStage(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    CREATE TEMP TABLE staged (
      "row" int PRIMARY KEY, line int NOT NULL, source text NOT NULL, "externalId" text NOT NULL, sameness text NOT NULL,
      "recordDate" date, record jsonb NOT NULL, located jsonb, "matchId" text, leader int NOT NULL
    ) ON COMMIT DROP`
}

/** Puts rows where they wait, each leading its own group until it is matched. */
export async function stageRows(tx: Transaction, rows: readonly NumberedRow[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO staged
    SELECT "row", line, source, "externalId", sameness, "recordDate", record, located, "matchId", "row"
    FROM jsonb_to_recordset(${jsonText(rows)}::jsonb)
      AS staging ("row" int, line int, source text, "externalId" text, sameness text, "recordDate" date, record jsonb,
        located jsonb, "matchId" text)`
}

/** A row whose id another row of the file bears too, and the line of the one that stays. */
export interface RepeatedId {
  row: number
  line: number
  externalId: string
  winner: number
  isSame: boolean
}

/** Of rows with one id, keeps the newest, or else the last written; the others leave the stage. */
export async function settleRepeatedIds(tx: Transaction): Promise<RepeatedId[]> {
  await tx.$executeRaw`CREATE INDEX ON staged (source, "externalId")`
  // Not the records, whose statistics would cost most and tell nothing
  await tx.$executeRaw`ANALYZE staged ("row", source, "externalId", sameness)`
  return tx.$queryRaw<RepeatedId[]>`
    WITH ranked AS (
      SELECT "row",
        first_value("row") OVER (PARTITION BY source, "externalId" ORDER BY "recordDate" DESC NULLS LAST, "row" DESC) AS winner
      FROM staged
    ), gone AS (
      DELETE FROM staged s USING ranked r WHERE s."row" = r."row" AND r.winner <> r."row"
      RETURNING s."row", s.line, s."externalId", s.record, r.winner
    )
    SELECT gone."row", gone.line, gone."externalId", kept.line AS winner, gone.record = kept.record AS "isSame"
    FROM gone JOIN staged kept ON kept."row" = gone.winner ORDER BY gone.line`
}

/** Two rows further apart than this are two places, whatever their names. Metres. */
const farthestTwin = 1000

/**
 * Lets one row speak for those that are the same place: same name, address and commune. The newest
 * speaks. Rows whose positions are apart stay apart.
 */
export async function groupTwins(tx: Transaction): Promise<void> {
  const twins = await tx.$queryRaw<{ row: number; group: string; position: StoredRecord['position'] }[]>`
    SELECT "row", source || ' ' || sameness AS "group", record -> 'position' AS position FROM staged
    JOIN (SELECT source, sameness FROM staged GROUP BY 1, 2 HAVING count(*) > 1) repeated USING (source, sameness)
    ORDER BY "group", "recordDate" DESC NULLS LAST, "row"`
  const leaders: typeof twins = []
  const led: { row: number; leader: number }[] = []
  for (const twin of twins) {
    if (leaders[0]?.group !== twin.group) leaders.length = 0
    const leader = leaders.find(({ position }) => isTogether(position, twin.position))
    if (leader) led.push({ row: twin.row, leader: leader.row })
    else leaders.push(twin)
  }
  await tx.$executeRaw`
    UPDATE staged SET leader = led.leader
    FROM unnest(${led.map(({ row }) => row)}::int[], ${led.map(({ leader }) => leader)}::int[]) AS led ("row", leader)
    WHERE staged."row" = led."row"`
  await tx.$executeRaw`CREATE INDEX ON staged (leader)`
  await tx.$executeRaw`ANALYZE staged (leader)`
}

function isTogether(one: StoredRecord['position'], other: StoredRecord['position']): boolean {
  return !one || !other || distanceInMetres(one, other) <= farthestTwin
}

/** The next groups after a leading row, whole, in the order of the file. */
export async function readGroups(tx: Transaction, after: number, most: number): Promise<Map<number, GroupedRow[]>> {
  const rows = await tx.$queryRaw<GroupedRow[]>`
    SELECT "row", line, source, "externalId", sameness, "recordDate"::text, record, located, "matchId", leader FROM staged
    WHERE leader IN (SELECT "row" FROM staged WHERE leader = "row" AND "row" > ${after} ORDER BY "row" LIMIT ${most})
    ORDER BY leader, ("row" = leader) DESC, "row"`
  const groups = new Map<number, GroupedRow[]>()
  for (const row of rows) groups.set(row.leader, [...(groups.get(row.leader) ?? []), row])
  return groups
}

/** The sources of the rows on stage, the most frequent first, and how one of their rows writes it. */
export async function stagedSources(tx: Transaction): Promise<{ source: string; collectedBy: string | null }[]> {
  return tx.$queryRaw<{ source: string; collectedBy: string | null }[]>`
    SELECT source, min(record ->> 'collectedBy') AS "collectedBy" FROM staged GROUP BY source ORDER BY count(*) DESC, source`
}

/** The fields that no row on stage says anything of. */
export async function unsaidFields(tx: Transaction): Promise<RecordField[]> {
  const rows = await tx.$queryRaw<{ field: RecordField }[]>`
    SELECT key AS field FROM staged, jsonb_each(record) GROUP BY key HAVING bool_and(value IN ('null', '""', '[]'))`
  return rows.map(({ field }) => field)
}

/** Which of these ids the file bears itself. */
export async function stagedAmong(
  tx: Transaction,
  keys: readonly { source: string; externalId: string }[],
): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ key: string }[]>`
    SELECT source || ' ' || "externalId" AS key FROM staged
    JOIN unnest(${keys.map(({ source }) => source)}::text[], ${keys.map(({ externalId }) => externalId)}::text[])
      AS wanted (source, "externalId") USING (source, "externalId")`
  return new Set(rows.map(({ key }) => key))
}

/** Places of these sources that an earlier release had and this file has not. */
export async function findAbsent(
  tx: Transaction,
  sources: readonly string[],
): Promise<{ externalId: string; name: string }[]> {
  return tx.$queryRaw<{ externalId: string; name: string }[]>`
    SELECT ps."externalId", p.name FROM "PlaceSource" ps
    JOIN "Source" s ON s.id = ps."sourceId" JOIN "Place" p ON p.id = ps."placeId"
    WHERE s.slug = ANY (${sources}::text[]) AND NOT jsonb_exists(ps.record, 'duplicateOf')
      AND NOT EXISTS (SELECT FROM staged WHERE staged.source = s.slug AND staged."externalId" = ps."externalId")
    ORDER BY ps."externalId"`
}
