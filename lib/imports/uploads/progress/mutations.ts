import 'server-only'
import { db, type Transaction } from '@/lib/db'
import type { Prisma } from '@/prisma/client/client'
import type { ImportState } from '@/prisma/client/enums'

/** A step of an upload that a job has begun. */
export interface Claim {
  id: string
  state: ImportState
  attempt: number
  /** Of what people decided: another one than this job began with ends it */
  version: number
}

/** Another job has taken the upload over, or somebody gave it up: this one stops, and has nothing to say. */
export class Superseded extends Error {}

/** The states that wait for a job. */
export const busyStates = ['OPENING', 'READING', 'APPLYING', 'UNDOING'] as const satisfies readonly ImportState[]

/** Begins what an upload waits for; null when it waits for nothing. A job that began before stops at its next word. */
export async function claim(id: string): Promise<Claim | null> {
  // One statement: who waits for another job's last word sees it
  const [claimed] = await db.$queryRaw<Claim[]>`
    UPDATE "ImportUpload" SET attempt = attempt + 1, "updatedAt" = now()
    WHERE id = ${id}::uuid AND state::text = ANY (${[...busyStates]}::text[]) RETURNING id, state::text, attempt, version`
  return claimed ?? null
}

/**
 * Writes where a step stands, if it is still this job's.
 *
 * @throws Superseded when it no longer is
 */
export async function tell(
  { id, state, attempt, version }: Claim,
  data: Prisma.ImportUploadUncheckedUpdateInput,
  tx: Transaction = db,
): Promise<void> {
  const { count } = await tx.importUpload.updateMany({ where: { id, state, attempt, version }, data })
  if (count === 0) throw new Superseded()
}
