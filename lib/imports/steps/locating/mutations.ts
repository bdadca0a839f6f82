import 'server-only'
import { db } from '@/lib/db'
import { jsonText } from '@/lib/json-text'
import type { CommuneIndex } from '../../commune-index'
import { locateAll } from '../../locate'
import { patience } from '../../runs/mutations'
import type { StoredRecord } from '../../staged-record'
import { type Claim, tell } from '../../uploads/progress/mutations'

/** Addresses looked up between two words on the progress. */
const batch = 40

/**
 * Looks up where rows are whose file does not say it, those that are known at the same address left out. What was
 * found stays found when the step begins again; without the geocoder, a place stands where its commune does.
 */
export async function locateRows(claim: Claim, communes: CommuneIndex): Promise<void> {
  const missing = await db.$queryRaw<{ row: number }[]>`
    SELECT r."row" FROM "ImportRow" r
    WHERE r."uploadId" = ${claim.id}::uuid AND r.kind IS NULL AND r.located IS NULL
      AND r.staged -> 'record' ->> 'position' IS NULL
      AND NOT EXISTS (
        SELECT FROM "PlaceSource" ps JOIN "Source" s ON s.id = ps."sourceId"
        WHERE s.slug = r.staged ->> 'source' AND ps."externalId" = r."externalId"
          AND ps.record ->> 'position' IS NULL
          AND (ps.record -> 'address', ps.record -> 'postcode', ps.record -> 'communeCode')
            = (r.staged -> 'record' -> 'address', r.staged -> 'record' -> 'postcode', r.staged -> 'record' -> 'communeCode'))
    ORDER BY r."row"`
  await tell(claim, { phase: 'locating', done: 0, total: missing.length })
  for (let start = 0; start < missing.length; start += batch) {
    const ranks = missing.slice(start, start + batch).map(({ row }) => row)
    const rows = await db.$queryRaw<{ row: number; record: StoredRecord }[]>`
      SELECT "row", staged -> 'record' AS record FROM "ImportRow"
      WHERE "uploadId" = ${claim.id}::uuid AND "row" = ANY (${ranks}::int[])`
    const positions = await locateAll(rows, communes)
    const found = rows.map(({ row }, index) => ({ row, located: positions[index] ?? null }))
    await db.$transaction(async (tx) => {
      await tell(claim, { done: Math.min(start + batch, missing.length) }, tx)
      await tx.$executeRaw`
        UPDATE "ImportRow" r SET located = found.located
        FROM jsonb_to_recordset(${jsonText(found)}::jsonb) AS found ("row" int, located jsonb)
        WHERE r."uploadId" = ${claim.id}::uuid AND r."row" = found."row"`
    }, patience)
  }
}
