import 'server-only'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { queueSweep } from '@/lib/duplicates/sweep/mutations'
import { UserError } from '@/lib/errors'
import { jsonText } from '@/lib/json-text'
import type { Fate } from '../../fate'
import type { Mapping } from '../../mapping/schema'
import { loadCommunesOf } from '../../queries'
import { openRun, patience, settleStage, takeTurn, writeStage } from '../../runs/mutations'
import { createStage, stagedSources } from '../../stage/mutations'
import { actorOf } from '../../uploads/actor/queries'
import { type Claim, tell } from '../../uploads/progress/mutations'
import { reviewedRun } from '../comparing/mutations'
import { stageDecided, unstageOrphans } from '../staging/mutations'

/**
 * Writes the rows that were taken, by the engine of every import: all of them or, when it is killed, none. What
 * changed since they were looked at is judged anew, and the territory is the one of today.
 *
 * @throws UserError when there is nothing to write
 */
export async function applyUpload(claim: Claim): Promise<void> {
  const upload = await db.importUpload.findUniqueOrThrow({
    where: { id: claim.id },
    select: { fileName: true, sourceName: true, mapping: true },
  })
  await db.$transaction(async (tx) => {
    await takeTurn(tx, () => {})
    await tell(claim, { phase: 'writing' })
    // What she may do and where places stand once her turn has come, whatever it was before
    const user = await actorOf(claim, tx)
    let fates: Fate[] = []
    const run = reviewedRun(user, await loadCommunesOf(tx, claim.id), (fate) => fates.push(fate))
    const keep = async () => {
      await keepOutcomes(tx, claim.id, fates)
      fates = []
    }
    await createStage(tx)
    run.counts.rows = await stageDecided(tx, claim.id)
    await settleStage(tx, run)
    run.counts.rows -= await unstageOrphans(tx, claim.id)
    const sources = await stagedSources(tx)
    if (sources.length === 0) throw new UserError('Aucune ligne n’est prise : il n’y a rien à importer.')
    const { format } = upload.mapping as Mapping
    const { fileName, sourceName } = upload
    await openRun(tx, run, sources, { fileName, format, sourceName, uploadId: claim.id })
    await writeStage(tx, run, async (done, total) => {
      await keep()
      // Seen at once: only the rows wait for the transaction
      await tell(claim, { phase: 'writing', done: Math.min(done, total), total })
    })
    await keep()
    const { counts, entries } = run
    const refused = await tx.importRow.count({ where: { uploadId: claim.id, kind: 'REFUSED' } })
    const told = { ...counts, rows: counts.rows + refused, refused: counts.refused + refused }
    const report = { entries: entries.kept, leftOff: entries.leftOff }
    await tx.importRun.update({ where: { id: run.id ?? '' }, data: { ...told, report: report as object } })
    await audit(tx, {
      user,
      action: 'import.applied',
      subject: `import ${claim.id}`,
      details: { fileName, source: sourceName, added: counts.added, changed: counts.updated },
    })
    if (counts.added + counts.updated > 0) await queueSweep(tx)
    await tell(claim, { state: 'DONE', phase: null, done: 0, total: 0, content: null }, tx)
  }, patience)
}

const outcomes = {
  added: 'ADDED',
  changed: 'CHANGED',
  unchanged: 'UNCHANGED',
  duplicate: 'DUPLICATE',
  refused: 'REFUSED',
} as const

async function keepOutcomes(tx: Transaction, uploadId: string, fates: readonly Fate[]): Promise<void> {
  const rows = fates.map(({ row, kind, placeId, change, suggested, reason }) => ({
    row,
    outcome: outcomes[kind],
    placeId,
    changes: change,
    suggested,
    reason,
  }))
  await tx.$executeRaw`
    UPDATE "ImportRow" r SET outcome = fate.outcome, "placeId" = coalesce(fate."placeId", r."placeId"),
      changes = fate.changes, suggested = fate.suggested,
      reasons = CASE WHEN fate.reason IS NULL OR fate.reason = ANY (r.reasons) THEN r.reasons
        ELSE ARRAY[fate.reason] || r.reasons END
    FROM jsonb_to_recordset(${jsonText(rows)}::jsonb) AS fate ("row" int, outcome "ImportRowKind", "placeId" text,
      changes jsonb, suggested jsonb, reason text)
    WHERE r."uploadId" = ${uploadId}::uuid AND r."row" = fate."row"`
}
