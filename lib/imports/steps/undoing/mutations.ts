import 'server-only'
import { type CurrentUser, mayOnPlace } from '@/lib/accounts/permissions'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { NotFoundError } from '@/lib/errors'
import { withValues } from '@/lib/places/history/former-values'
import { type Change, changeBetween, type EditablePlace, rewind, snapshotOf } from '@/lib/places/snapshot'
import { type LockedPlace, lockPlaces, updatePlaces } from '../../apply/mutations'
import type { PlaceToWrite } from '../../apply/place-rows'
import { undoProposals } from '../../proposals/mutations'
import { batch, patience, takeTurn } from '../../runs/mutations'
import { actorOf } from '../../uploads/actor/queries'
import { type Claim, tell } from '../../uploads/progress/mutations'
import { type TouchedPlace, touchedPlaces } from '../../uploads/undo/queries'

/**
 * Undoes an import, which is itself a change of each place: what it added is archived, what it changed is as before.
 * What somebody edited since is left, and said. All of it or, when it is killed, nothing.
 */
export async function undoUpload(claim: Claim): Promise<void> {
  await db.$transaction(async (tx) => {
    await takeTurn(tx, () => {})
    // What she may do once her turn has come, whatever it was before
    const user = await actorOf(claim, tx)
    await tell(claim, { phase: 'writing' })
    const run = await tx.importRun.findUnique({
      where: { uploadId: claim.id },
      select: { id: true, fileName: true },
    })
    if (!run) throw new NotFoundError('Cet import n’a rien écrit.')
    const touched = await touchedPlaces(tx, run.id)
    const left: string[] = touched.filter(({ isEdited }) => isEdited).map(({ id }) => id)
    const mine = touched.filter(({ isEdited }) => !isEdited)
    for (let start = 0; start < mine.length; start += batch) {
      left.push(...(await undoPlaces(tx, run.id, user, mine.slice(start, start + batch))))
      await tell(claim, { phase: 'writing', done: Math.min(start + batch, mine.length), total: mine.length })
    }
    await restoreRecords(tx, run.id, left)
    await undoProposals(tx, run.id, user.id, left)
    await tx.$executeRaw`
      UPDATE "ImportRow" SET outcome = NULL
      WHERE "uploadId" = ${claim.id}::uuid AND ("placeId" IS NULL OR "placeId" <> ALL (${left}::text[]))`
    await audit(tx, {
      user,
      action: 'import.undone',
      subject: `import ${claim.id}`,
      details: { fileName: run.fileName, undone: touched.length - left.length, left: left.length },
    })
    await tell(claim, { state: 'UNDONE', phase: null, done: 0, total: 0 }, tx)
  }, patience)
}

/** @returns the places that were left: edited at this very moment, or no longer hers */
async function undoPlaces(
  tx: Transaction,
  runId: string,
  user: CurrentUser,
  touched: readonly TouchedPlace[],
): Promise<string[]> {
  const ids = touched.map(({ id }) => id)
  const locked = await lockPlaces(tx, ids)
  const revisions = await tx.placeRevision.findMany({
    where: { importRunId: runId, placeId: { in: ids } },
    select: { placeId: true, before: true },
    orderBy: { version: 'desc' },
  })
  const befores = new Map<string, Pick<Change, 'before'>[]>()
  for (const { placeId, before } of revisions)
    befores.set(placeId, [...(befores.get(placeId) ?? []), { before: before as Change['before'] }])
  const places: PlaceToWrite[] = []
  const changes = new Map<string, Change>()
  const left: string[] = []
  for (const { id, version, departmentCode, recordDate } of touched) {
    const current = locked.get(id)
    if (current?.version !== version || !mayOnPlace(user, 'publish', { id, departmentCode })) {
      left.push(id)
      continue
    }
    const place = asBefore(current, befores.get(id) ?? [])
    const change = changeBetween(snapshotOf(current.place), snapshotOf(place))
    if (!change) continue
    changes.set(id, change)
    places.push({ id, place, departmentCode, recordDate: recordDate ?? current.recordDate })
  }
  await updatePlaces(tx, { runId, userId: user.id, reason: 'Annulation de l’import' }, places, changes)
  return left
}

/** A place as it was before a run; one that the run added can only be archived. */
function asBefore({ place }: LockedPlace, changes: readonly Pick<Change, 'before'>[]): EditablePlace {
  const isAdded = changes.some(({ before }) => Object.keys(before).length === 0)
  return isAdded ? { ...place, status: 'ARCHIVED' } : withValues(place, rewind(snapshotOf(place), changes))
}

/** What the source said before, but of places that are left. */
async function restoreRecords(tx: Transaction, runId: string, left: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "PlaceSource" ps USING "FormerRecord" f
    WHERE f."runId" = ${runId}::uuid AND f.former IS NULL AND ps."sourceId" = f."sourceId"
      AND ps."externalId" = f."externalId" AND ps."lastRunId" = f."runId" AND ps."placeId" <> ALL (${[...left]}::text[])`
  await tx.$executeRaw`
    UPDATE "PlaceSource" ps SET "placeId" = f.former ->> 'placeId', record = f.former -> 'record',
      "recordDate" = (f.former ->> 'recordDate')::date, "lastRunId" = r.id
    FROM "FormerRecord" f JOIN "Place" p ON p.id = f.former ->> 'placeId'
      LEFT JOIN "ImportRun" r ON r.id = (f.former ->> 'lastRunId')::uuid
    WHERE f."runId" = ${runId}::uuid AND ps."sourceId" = f."sourceId" AND ps."externalId" = f."externalId"
      AND ps."lastRunId" = f."runId" AND ps."placeId" <> ALL (${[...left]}::text[])`
}
