import 'server-only'
import type { Transaction } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'

/**
 * Puts rows of an upload on the stage.
 *
 * @param rows only these, or null for all that can be taken
 * @returns how many
 */
export function stageUpload(tx: Transaction, uploadId: string, rows: readonly number[] | null): Promise<number> {
  return stageWhere(tx, uploadId, rows ? Prisma.sql`"row" = ANY (${[...rows]}::int[])` : Prisma.sql`true`)
}

/** Puts on the stage the rows that a person takes, those that change nothing, and the second ids of places. */
export function stageDecided(tx: Transaction, uploadId: string): Promise<number> {
  return stageWhere(tx, uploadId, Prisma.sql`(decision IN ('TAKE', 'MATCH') OR kind IN ('UNCHANGED', 'DUPLICATE'))`)
}

/** A row that repeats another is nothing by itself, once that one was left. */
export async function unstageOrphans(tx: Transaction, uploadId: string): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM staged s USING "ImportRow" r
    WHERE r."uploadId" = ${uploadId}::uuid AND r."row" = s."row" AND r.kind = 'DUPLICATE' AND s.leader = s."row"`
}

async function stageWhere(tx: Transaction, uploadId: string, which: Prisma.Sql): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO staged
    SELECT "row", line, staged ->> 'source', staged ->> 'externalId', staged ->> 'sameness',
      (staged ->> 'recordDate')::date, staged -> 'record', located, "matchId", "row"
    FROM "ImportRow"
    WHERE "uploadId" = ${uploadId}::uuid AND staged IS NOT NULL AND kind IS DISTINCT FROM 'REFUSED' AND ${which}`
}
