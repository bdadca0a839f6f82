import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db, type Transaction } from '@/lib/db'
import { jsonText } from '@/lib/json-text'
import type { CommuneIndex } from '../../commune-index'
import type { Fate } from '../../fate'
import { ReportEntries } from '../../report'
import type { Run } from '../../run'
import { patience, settleStage, writeStage } from '../../runs/mutations'
import { createStage } from '../../stage/mutations'
import { type Claim, tell } from '../../uploads/progress/mutations'
import { markDoubles } from '../doubles/mutations'
import { stageUpload } from '../staging/mutations'

/** Compares the rows of an upload with what is there, and keeps what each would do. Places are only read. */
export async function compareRows(claim: Claim, user: CurrentUser, communes: CommuneIndex): Promise<void> {
  await db.$transaction(async (tx) => {
    await planRows(tx, claim.id, user, communes, null, (done, total) =>
      tell(claim, { phase: 'comparing', done: Math.min(done, total), total }),
    )
    await markDoubles(tx, claim.id, user, communes)
    await tell(claim, { state: 'READY', phase: null, done: 0, total: 0, version: { increment: 1 } }, tx)
  }, patience)
}

/**
 * Keeps what rows would do, by the very engine that writes.
 *
 * @param rows only these, or null for all
 */
export async function planRows(
  tx: Transaction,
  uploadId: string,
  user: CurrentUser,
  communes: CommuneIndex,
  rows: readonly number[] | null,
  onRows: (done: number, total: number) => void | Promise<void> = () => {},
): Promise<void> {
  let fates: Fate[] = []
  const run = reviewedRun(user, communes, (fate) => fates.push(fate))
  await createStage(tx)
  run.counts.rows = await stageUpload(tx, uploadId, rows)
  // The database keeps what a batch would do while the next one is compared
  let keeping = Promise.resolve()
  const keep = async () => {
    await keeping
    const told = fates
    fates = []
    keeping = keepFates(tx, uploadId, told, rows === null)
    // Heard at the next turn, or not at all when comparing fails first
    keeping.catch(() => {})
  }
  await settleStage(tx, run)
  try {
    await writeStage(tx, run, async (done, total) => {
      await keep()
      await onRows(done, total)
    })
  } catch (error) {
    // The first failure is the one to tell: after it, the transaction refuses everything
    await keeping
    throw error
  }
  await keep()
  await keeping
}

/** A run that only tells, until it is opened. */
export function reviewedRun(user: CurrentUser, communes: CommuneIndex, onFate: (fate: Fate) => void): Run {
  return {
    id: null,
    sourceIds: new Map(),
    communes,
    today: new Date().toISOString().slice(0, 10),
    counts: { rows: 0, added: 0, updated: 0, unchanged: 0, duplicates: 0, refused: 0 },
    entries: new ReportEntries(),
    user,
    isReviewed: true,
    onFate,
  }
}

const kinds = {
  added: 'ADDED',
  changed: 'CHANGED',
  unchanged: 'UNCHANGED',
  duplicate: 'DUPLICATE',
  refused: 'REFUSED',
} as const

/** @param isWhole the kind and the decision are new, rather than those of rows that a person decided about */
async function keepFates(tx: Transaction, uploadId: string, fates: readonly Fate[], isWhole: boolean): Promise<void> {
  const rows = fates.map(({ row, kind, placeId, change, suggested, position, reason }) => {
    const says = change !== null || suggested !== null
    const told = kind === 'changed' && !says ? 'UNCHANGED' : kind === 'unchanged' && says ? 'CHANGED' : kinds[kind]
    const isRough = position?.precision === 'COMMUNE' || position?.precision === 'POSTCODE'
    return {
      row,
      kind: told === 'ADDED' && isRough ? 'DOUBTFUL' : told,
      placeId,
      changes: change,
      suggested,
      reason,
      doubts: isRough ? ['position'] : [],
    }
  })
  await tx.$executeRaw`
    UPDATE "ImportRow" r SET "placeId" = fate."placeId", changes = fate.changes, suggested = fate.suggested,
      kind = CASE WHEN ${isWhole} THEN fate.kind ELSE r.kind END,
      doubts = CASE WHEN ${isWhole} THEN fate.doubts ELSE r.doubts END,
      decision = CASE WHEN NOT ${isWhole} THEN r.decision
        WHEN fate.kind IN ('ADDED', 'CHANGED') THEN 'TAKE'::"ImportDecision" END,
      reasons = CASE WHEN fate.reason IS NULL OR fate.reason = ANY (r.reasons) THEN r.reasons
        ELSE ARRAY[fate.reason] || r.reasons END
    FROM jsonb_to_recordset(${jsonText(rows)}::jsonb) AS fate ("row" int, kind "ImportRowKind", "placeId" text,
      changes jsonb, suggested jsonb, reason text, doubts text[])
    WHERE r."uploadId" = ${uploadId}::uuid AND r."row" = fate."row"`
}
