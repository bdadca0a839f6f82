import 'server-only'
import { type CurrentUser, mayOnPlace } from '@/lib/accounts/permissions'
import { userWithRights } from '@/lib/accounts/queries'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { UserError } from '@/lib/errors'
import { changePlaceIn } from '@/lib/places/change/mutations'
import { undoChangeIn } from '@/lib/places/history/mutations'
import { VersionConflictError } from '@/lib/places/version-conflict'
import type { BulkOutcome } from '@/prisma/client/enums'
import { type ContentChange, withBulkChange } from '../change'
import { changeOf, judgeWaiting, type WaitingPlace, waitingPlaces } from '../queries'

/** Places that one transaction changes: their edits by others wait a second or two for it, no longer. */
const batchSize = 50
const patience = { maxWait: 15_000, timeout: 60_000 }

/**
 * Does what is left of a bulk edit, under the rights that the person has by now. Each batch is whole, and the table
 * knows what is left.
 *
 * @param signal ends it between two batches, to be begun again
 */
export async function runBulkEdit(id: string, signal?: AbortSignal): Promise<void> {
  while (await runBatch(id)) signal?.throwIfAborted()
}

/** @returns whether something may be left */
async function runBatch(id: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    // Two instances never do the same places.
    const [edit] = await tx.$queryRaw<RunningEdit[]>`
      SELECT id, change, reason, "userId", "undoesId" FROM "BulkEdit"
      WHERE id = ${id}::uuid AND status = 'RUNNING' FOR UPDATE`
    if (!edit) return false
    const places = await waitingPlaces(tx, id, batchSize)
    const user = await userWithRights(edit.userId, tx)
    if (places.length === 0) {
      await tx.bulkEdit.update({ where: { id }, data: { status: 'DONE', endedAt: new Date() } })
      await trace(tx, user, edit)
      return false
    }
    const done = user
      ? await changeBatch(tx, user, edit, places)
      : places.map((place) => ({ id: place.id, outcome: 'REFUSED' as const, note: 'compte supprimé' }))
    await writeOutcomes(tx, id, done)
    return true
  }, patience)
}

/** One line of the audit trail for all its places; none when it changed none. */
async function trace(tx: Transaction, user: CurrentUser | null, { id, change, reason, undoesId }: RunningEdit) {
  const size = await tx.bulkEditItem.count({ where: { bulkEditId: id, outcome: 'CHANGED' } })
  if (size === 0) return
  const action = undoesId ? 'bulk.undone' : 'bulk.done'
  const details = { change, size, ...(reason && { reason }) }
  await audit(tx, { user, action, subject: `bulk-edit ${undoesId ?? id}`, details })
}

interface RunningEdit {
  id: string
  change: string
  reason: string | null
  userId: string | null
  undoesId: string | null
}

interface Done {
  id: string
  outcome: BulkOutcome
  note?: string
  formerAssigneeId?: string | null
}

async function changeBatch(
  tx: Transaction,
  user: CurrentUser,
  edit: RunningEdit,
  places: readonly WaitingPlace[],
): Promise<Done[]> {
  const change = changeOf(edit.change)
  const assignee = change.kind === 'assign' ? await userWithRights(change.userId, tx) : null
  const undone = edit.undoesId ? await undoneItems(tx, edit.undoesId, places) : null
  const done: Done[] = []
  for (const place of places) {
    const judged = judgeWaiting(user, change, place, assignee)
    if (judged.outcome !== 'CHANGED') done.push({ id: place.id, ...judged })
    else if (change.kind === 'assign') done.push(await assign(tx, place, change.userId))
    else if (change.kind === 'undo') done.push(await undoOne(tx, user, place, undone?.get(place.id)))
    else done.push(await changeOne(tx, user, place, change, edit.reason))
  }
  return done
}

function changeOne(
  tx: Transaction,
  user: CurrentUser,
  { id, seen }: WaitingPlace,
  change: ContentChange,
  reason: string | null,
): Promise<Done> {
  return told(id, () =>
    changePlaceIn(tx, user, {
      id,
      version: seen,
      action: change.kind === 'status' ? 'publish' : 'edit',
      edit: (place) => withBulkChange(place, change),
      reason: reason ? `Modification groupée\u00a0: ${reason}` : 'Modification groupée',
      audited: null,
      // Nobody looked at each of these listings.
      confirms: false,
    }),
  )
}

/** What came of one place: what a rule refuses is noted, and the others go on. */
async function told(id: string, act: () => Promise<{ fields: string[] }>): Promise<Done> {
  try {
    const { fields } = await act()
    return { id, outcome: fields.length > 0 ? 'CHANGED' : 'SAME' }
  } catch (error) {
    if (error instanceof VersionConflictError) return { id, outcome: 'STALE' }
    if (error instanceof UserError) return { id, outcome: 'REFUSED', note: error.message }
    throw error
  }
}

async function assign(tx: Transaction, { id, assigneeId }: WaitingPlace, userId: string | null): Promise<Done> {
  if (userId === null) await tx.placeAssignment.deleteMany({ where: { placeId: id } })
  else await tx.placeAssignment.upsert({ where: { placeId: id }, create: { placeId: id, userId }, update: { userId } })
  return { id, outcome: 'CHANGED', formerAssigneeId: assigneeId }
}

interface UndoneItem {
  placeId: string
  /** The version that it started from */
  version: number
  /** Who followed the place before, as far as the account still exists */
  formerAssigneeId: string | null
  /** Whether it was about who follows the place */
  isAssignment: boolean
}

/** What the bulk edit that is undone had done to these places; itself perhaps the undoing of another. */
async function undoneItems(tx: Transaction, id: string, places: readonly WaitingPlace[]) {
  const ids = places.map((place) => place.id)
  const items = await tx.$queryRaw<UndoneItem[]>`
    WITH RECURSIVE line AS (
      SELECT change, "undoesId" FROM "BulkEdit" WHERE id = ${id}::uuid
      UNION ALL SELECT e.change, e."undoesId" FROM line l JOIN "BulkEdit" e ON e.id = l."undoesId")
    SELECT i."placeId", i.version, u.id AS "formerAssigneeId",
      (SELECT change ~ '^(un)?assign' FROM line WHERE "undoesId" IS NULL) AS "isAssignment"
    FROM "BulkEditItem" i LEFT JOIN "User" u ON u.id = i."formerAssigneeId"
    WHERE i."bulkEditId" = ${id}::uuid AND i."placeId" = ANY(${ids}::text[])`
  return new Map(items.map((item) => [item.placeId, item]))
}

async function undoOne(
  tx: Transaction,
  user: CurrentUser,
  place: WaitingPlace,
  item: UndoneItem | undefined,
): Promise<Done> {
  if (!item) return { id: place.id, outcome: 'SAME' }
  if (item.isAssignment) {
    if (!mayOnPlace(user, 'edit', place)) return { id: place.id, outcome: 'REFUSED', note: 'hors de vos droits' }
    return assign(tx, place, item.formerAssigneeId)
  }
  const request = { id: place.id, version: place.seen, target: item.version + 1 }
  const options = { reason: 'Annulation d’une modification groupée', audited: null, confirms: false }
  return told(place.id, () => undoChangeIn(tx, user, request, options))
}

async function writeOutcomes(tx: Transaction, id: string, done: readonly Done[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "BulkEditItem" i SET outcome = d.outcome, note = d.note, "formerAssigneeId" = d."formerAssigneeId"
    FROM jsonb_to_recordset(${JSON.stringify(done)}::jsonb)
      AS d (id text, outcome "BulkOutcome", note text, "formerAssigneeId" text)
    WHERE i."bulkEditId" = ${id}::uuid AND i."placeId" = d.id`
}
