import 'server-only'
import { db, type Transaction } from '@/lib/db'
import { ensureSchedules, scheduleKey } from '@/lib/hours/mutations'
import { jsonText } from '@/lib/json-text'
import { editableSelect } from '@/lib/places/editable-place'
import { type Change, type EditablePlace, snapshotOf } from '@/lib/places/snapshot'
import { Prisma } from '@/prisma/client/client'
import type { StoredDuplicate, StoredRecord } from '../staged-record'
import type { KnownSource } from '../units'
import { type PlaceToWrite, placeColumns, placeRow, serviceRows } from './place-rows'

const columns = Prisma.raw(placeColumns.map((column) => `"${column}"`).join())
const rowColumns = Prisma.raw(placeColumns.map((column) => `row."${column}"`).join())
const settings = Prisma.raw(
  placeColumns
    .filter((column) => column !== 'id')
    .map((column) => `"${column}" = row."${column}"`)
    .join(),
)

/** What is known of these ids of sources. */
export async function findKnown(
  tx: Transaction,
  keys: readonly { source: string; externalId: string }[],
): Promise<KnownSource[]> {
  return tx.$queryRaw<KnownSource[]>`
    SELECT s.slug AS source, ps."externalId", ps."placeId", ps.record, ps."recordDate"::text, c."departmentCode"
    FROM unnest(${keys.map(({ source }) => source)}::text[], ${keys.map(({ externalId }) => externalId)}::text[])
      AS wanted (source, "externalId")
    JOIN "Source" s ON s.slug = wanted.source
    JOIN "PlaceSource" ps ON ps."sourceId" = s.id AND ps."externalId" = wanted."externalId"
    JOIN "Place" p ON p.id = ps."placeId" JOIN "Commune" c ON c.code = p."communeCode"`
}

/** Which of these ids are those of our own places: a file of ours has come back. */
export async function findOwn(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.place.findMany({ where: { id: { in: [...ids] } }, select: { id: true } })
  return new Set(rows.map(({ id }) => id))
}

export interface LockedPlace {
  place: EditablePlace
  version: number
  /** `YYYY-MM-DD` */
  recordDate: string
  /** Columns that a person corrected, whatever the source */
  corrected: Set<string>
}

const { services: gridSelect, commune: _commune, ...columnsSelect } = editableSelect

/** Reads places and holds them until the transaction ends, so that nobody edits them meanwhile. */
export async function lockPlaces(tx: Transaction, ids: readonly string[]): Promise<Map<string, LockedPlace>> {
  if (ids.length > 0) await tx.$queryRaw`SELECT id FROM "Place" WHERE id = ANY (${ids}::text[]) ORDER BY id FOR UPDATE`
  return readPlaces(tx, ids)
}

/** The same for a try, which holds nobody up. */
export async function readPlaces(tx: Transaction, ids: readonly string[]): Promise<Map<string, LockedPlace>> {
  if (ids.length === 0) return new Map()
  // One query after the other: a transaction has one connection
  const of = { placeId: { in: [...ids] } }
  const places = await tx.place.findMany({
    where: { id: { in: [...ids] } },
    select: { ...columnsSelect, recordDate: true },
  })
  const lines = await tx.placeService.findMany({
    where: of,
    select: { ...gridSelect.select, placeId: true },
    orderBy: { service: 'asc' },
  })
  const corrected = await findCorrected(tx, ids)
  return new Map(
    places.map(({ id, version, publishedAt: _publishedAt, recordDate, ...columns }) => {
      const services = lines.flatMap(({ placeId, ...line }) => (placeId === id ? [line] : []))
      const place: EditablePlace = { ...columns, services }
      const date = recordDate.toISOString().slice(0, 10)
      return [id, { place, version, recordDate: date, corrected: new Set(corrected.get(id)) }]
    }),
  )
}

/** What a person corrected since a source spoke, and what she filled in of a place that no source had named yet. */
async function findCorrected(tx: Transaction, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.$queryRaw<{ placeId: string; fields: string[] }[]>`
    SELECT "placeId", array_agg(DISTINCT field) AS fields FROM (
      SELECT "placeId", unnest("correctedFields") AS field FROM "PlaceSource" WHERE "placeId" = ANY (${ids}::text[])
      UNION ALL
      SELECT r."placeId", split_part(said.key, '.', 1) FROM "PlaceRevision" r, jsonb_each(r.after) said
      WHERE r."placeId" = ANY (${ids}::text[]) AND r."userId" IS NOT NULL AND r."importRunId" IS NULL
        AND (r.before <> '{}' OR said.value NOT IN ('null', '[]', '""'))
    ) corrected GROUP BY "placeId"`
  return new Map(rows.map(({ placeId, fields }) => [placeId, fields]))
}

/** Draws so many ids at once: a file of thousands adds its places in one statement. */
export async function nextPlaceIds(tx: Transaction, count: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT 'adp-' || nextval('place_number_seq') AS id FROM generate_series(1, ${count}::int)`
  return rows.map(({ id }) => id)
}

/** The run that writes, and whom the history names for it. */
export interface Author {
  runId: string
  userId: string | null
  reason?: string
}

/** Writes new places, published, with their services and their first revision. */
export async function insertPlaces(tx: Transaction, author: Author, places: readonly PlaceToWrite[]): Promise<void> {
  const rows = await withSchedules(places)
  await tx.$executeRaw`
    INSERT INTO "Place" (${columns}, "publishedAt", "updatedAt")
    SELECT ${rowColumns}, now(), now() FROM jsonb_populate_recordset(NULL::"Place", ${jsonText(rows)}::jsonb) row`
  await insertServices(tx, places)
  const revisions = places.map(({ id, place }) => ({ placeId: id, before: {}, after: snapshotOf(place) }))
  await insertRevisions(tx, author, revisions)
}

/** @param changes by id of place; a place without one only gets a new date, which is no new version */
export async function updatePlaces(
  tx: Transaction,
  author: Author,
  places: readonly PlaceToWrite[],
  changes: ReadonlyMap<string, Change>,
): Promise<void> {
  const rows = await withSchedules(places)
  const versioned = rows.map((row) => ({ ...row, version: changes.has(row.id) ? 1 : 0 }))
  await tx.$executeRaw`
    UPDATE "Place" p SET ${settings}, version = p.version + row.version, "updatedAt" = now()
    FROM jsonb_populate_recordset(NULL::"Place", ${jsonText(versioned)}::jsonb) row WHERE p.id = row.id`
  const regridded = places.filter(({ id }) =>
    Object.keys(changes.get(id)?.after ?? {}).some((field) => field.startsWith('services.')),
  )
  await tx.placeService.deleteMany({ where: { placeId: { in: regridded.map(({ id }) => id) } } })
  await insertServices(tx, regridded)
  await insertRevisions(
    tx,
    author,
    [...changes].map(([placeId, change]) => ({ placeId, ...change })),
  )
}

async function insertServices(tx: Transaction, places: readonly PlaceToWrite[]): Promise<void> {
  const rows = jsonText(serviceRows(places))
  await tx.$executeRaw`
    INSERT INTO "PlaceService" SELECT * FROM jsonb_populate_recordset(NULL::"PlaceService", ${rows}::jsonb)`
}

/** Each under the version that its place has now. */
async function insertRevisions(
  tx: Transaction,
  { runId, userId, reason }: Author,
  revisions: readonly ({ placeId: string } & Change)[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "PlaceRevision" (id, "placeId", version, before, after, "importRunId", "userId", reason)
    SELECT gen_random_uuid(), p.id, p.version, row.before, row.after, ${runId}::uuid, ${userId}, ${reason ?? null}
    FROM jsonb_to_recordset(${jsonText(revisions)}::jsonb) AS row ("placeId" text, before jsonb, after jsonb)
    JOIN "Place" p ON p.id = row."placeId"`
}

/** Judges the hours that are new, in a transaction of their own: nobody waits for the whole import. */
async function withSchedules(places: readonly PlaceToWrite[]) {
  const wanted = places.flatMap(({ place: { openingHours }, departmentCode }) =>
    openingHours ? [{ openingHours, departmentCode }] : [],
  )
  const ids =
    wanted.length > 0
      ? await db.$transaction((own) => ensureSchedules(own, wanted), { timeout: 600_000, maxWait: 60_000 })
      : new Map<string, number>()
  return places.map((place) => {
    const { openingHours } = place.place
    return placeRow(
      place,
      openingHours ? (ids.get(scheduleKey({ openingHours, departmentCode: place.departmentCode })) ?? null) : null,
    )
  })
}

/** A record to remember, under an id of its source. */
export interface RecordToKeep {
  sourceId: string
  externalId: string
  placeId: string
  record: StoredRecord | StoredDuplicate
  recordDate: string | null
}

/** Remembers what a source said before a run says otherwise, for the run to be undone. */
export async function keepFormerRecords(
  tx: Transaction,
  runId: string,
  records: readonly RecordToKeep[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "FormerRecord" ("runId", "sourceId", "externalId", former)
    SELECT ${runId}::uuid, row."sourceId", row."externalId", to_jsonb(ps)
    FROM jsonb_to_recordset(${jsonText(records)}::jsonb) AS row ("sourceId" uuid, "externalId" text)
    LEFT JOIN "PlaceSource" ps ON ps."sourceId" = row."sourceId" AND ps."externalId" = row."externalId"
    ON CONFLICT DO NOTHING`
}

/** Remembers what the file says, to compare its next release with. What is remembered already is not written. */
export async function keepRecords(tx: Transaction, runId: string, records: readonly RecordToKeep[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "PlaceSource" AS kept ("sourceId", "externalId", "placeId", record, "recordDate", "lastRunId", "correctedFields")
    SELECT row."sourceId", row."externalId", row."placeId", row.record, row."recordDate", ${runId}::uuid, '{}'
    FROM jsonb_to_recordset(${jsonText(records)}::jsonb)
      AS row ("sourceId" uuid, "externalId" text, "placeId" text, record jsonb, "recordDate" date)
    ON CONFLICT ("sourceId", "externalId") DO UPDATE SET
      "placeId" = excluded."placeId", record = excluded.record, "recordDate" = excluded."recordDate",
      "lastRunId" = excluded."lastRunId",
      "correctedFields" = CASE WHEN kept."placeId" = excluded."placeId" THEN kept."correctedFields" ELSE '{}' END
    WHERE (kept."placeId", kept.record, kept."recordDate") IS DISTINCT FROM (excluded."placeId", excluded.record, excluded."recordDate")`
}
