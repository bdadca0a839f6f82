import 'server-only'
import { db, type Transaction } from '@/lib/db'

/** A place that an import added or changed. */
export interface TouchedPlace {
  id: string
  /** The version it has now */
  version: number
  departmentCode: string
  /** Of the record that its source gave before: `YYYY-MM-DD` */
  recordDate: string | null
  /** Changed or confirmed since the import */
  isEdited: boolean
}

/** The places that an import added or changed, and whether somebody edited them since. */
export function touchedPlaces(tx: Transaction, runId: string): Promise<TouchedPlace[]> {
  return tx.$queryRaw<TouchedPlace[]>`
    SELECT p.id, p.version, c."departmentCode", min(f.former ->> 'recordDate') AS "recordDate",
      (p.version > max(v.version) OR coalesce(p."verifiedAt" > r."startedAt", false)) AS "isEdited"
    FROM "PlaceRevision" v JOIN "ImportRun" r ON r.id = v."importRunId" JOIN "Place" p ON p.id = v."placeId"
      JOIN "Commune" c ON c.code = p."communeCode"
      LEFT JOIN "FormerRecord" f ON f."runId" = r.id AND f.former ->> 'placeId' = p.id
    WHERE v."importRunId" = ${runId}::uuid GROUP BY p.id, c."departmentCode", r."startedAt" ORDER BY p.id`
}

/** How many places of an upload's import were edited since. */
export async function countEditedSince(tx: Transaction, uploadId: string): Promise<number> {
  const run = await tx.importRun.findUniqueOrThrow({ where: { uploadId }, select: { id: true } })
  return (await touchedPlaces(tx, run.id)).filter(({ isEdited }) => isEdited).length
}

/** A place that stays as it is when the import is undone, and who edited it last. */
export interface EditedPlace {
  id: string
  name: string
  at: Date
  /** Null for the structure itself, or another import */
  author: string | null
  isImport: boolean
}

/** The places of an import that were edited since, the latest first: fifty at most, and how many there are. */
export async function listEditedSince(runId: string): Promise<{ total: number; places: EditedPlace[] }> {
  const edited = (await touchedPlaces(db, runId)).filter(({ isEdited }) => isEdited).map(({ id }) => id)
  if (edited.length === 0) return { total: 0, places: [] }
  const places = await db.$queryRaw<EditedPlace[]>`
    SELECT p.id, p.name, coalesce(last."createdAt", p."verifiedAt", p."updatedAt") AS at, last.author,
      coalesce(last."isImport", false) AS "isImport"
    FROM "Place" p LEFT JOIN LATERAL (
      SELECT v."createdAt", u.name AS author, v."importRunId" IS NOT NULL AS "isImport"
      FROM "PlaceRevision" v LEFT JOIN "User" u ON u.id = v."userId"
      WHERE v."placeId" = p.id AND v."importRunId" IS DISTINCT FROM ${runId}::uuid ORDER BY v.version DESC LIMIT 1
    ) last ON true
    WHERE p.id = ANY (${edited}::text[]) ORDER BY at DESC, p.id LIMIT 50`
  return { total: edited.length, places }
}
