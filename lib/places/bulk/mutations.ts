import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db, type Transaction } from '@/lib/db'
import { NotFoundError, UserError } from '@/lib/errors'
import { addJob } from '@/lib/jobs/mutations'
import { keysWithoutJob } from '@/lib/jobs/queries'
import { Prisma } from '@/prisma/client/client'
import type { TableFilters } from '../table/filters'
import { matching } from '../table/queries'
import { type BulkChange, bulkChangeText } from './change'
import { runBulkEdit } from './run/mutations'

/** Bulk edits up to this size are done while the person waits. */
const atOnce = 100
const patience = { maxWait: 15_000, timeout: 60_000 }

/** Which places: those that were ticked, or all that a search finds. */
export type Selection = { ids: string[] } | { filters: TableFilters }

/**
 * Writes down what somebody wants to change and the versions of the places that she sees, within what she may
 * read; nothing is changed yet.
 *
 * @returns the id of the bulk edit, to look at and to say yes to
 * @throws UserError when there is no place
 */
export async function prepareBulkEdit(user: CurrentUser, change: BulkChange, selection: Selection): Promise<string> {
  const where = await matching(user, 'filters' in selection ? selection.filters : {})
  const ticked = 'ids' in selection ? Prisma.sql`p.id = ANY(${selection.ids}::text[])` : Prisma.sql`true`
  return db.$transaction(async (tx) => {
    await tx.bulkEdit.deleteMany({ where: { userId: user.id, status: 'PREPARED', createdAt: { lt: yesterday() } } })
    const { id } = await tx.bulkEdit.create({
      data: { userId: user.id, change: bulkChangeText(change) },
      select: { id: true },
    })
    const written = await tx.$executeRaw`
      INSERT INTO "BulkEditItem" ("bulkEditId", "placeId", version)
      SELECT ${id}::uuid, p.id, p.version FROM "Place" p WHERE ${where} AND ${ticked}`
    if (written === 0) throw new UserError('Cochez au moins un lieu.')
    return id
  }, patience)
}

const yesterday = () => new Date(Date.now() - 86_400_000)

/**
 * Does a bulk edit that was looked at: at once when it is small, else in the background. Either way a job sees
 * that it ends, whatever happens to this process.
 *
 * @throws UserError when it was started already
 */
export async function startBulkEdit(user: CurrentUser, id: string, reason: string | null): Promise<void> {
  const size = await db.$transaction(async (tx) => {
    const started = await tx.bulkEdit.updateMany({
      where: { id, userId: user.id, status: 'PREPARED' },
      data: { status: 'RUNNING', reason },
    })
    if (started.count === 0) throw new UserError('Cette modification est déjà lancée.')
    return queueRest(tx, id)
  }, patience)
  if (size <= atOnce) await runBulkEdit(id)
}

const keyOf = (id: string) => `bulk-edit ${id}`

async function queueRest(tx: Transaction, id: string): Promise<number> {
  const size = await tx.bulkEditItem.count({ where: { bulkEditId: id } })
  const runAt = size <= atOnce ? new Date(Date.now() + 60_000) : undefined
  await addJob(tx, 'bulk-edit', { id }, { key: keyOf(id), ...(runAt && { runAt }) })
  return size
}

/**
 * Undoes a bulk edit: each place that it changed goes back, but for what was changed again since. That is a bulk
 * edit too, with its own end and its own undoing.
 *
 * @returns its id
 * @throws UserError when it is not over, or was undone already
 */
export async function undoBulkEdit(user: CurrentUser, id: string): Promise<string> {
  const [undoId, size] = await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "BulkEdit" WHERE id = ${id}::uuid FOR UPDATE`
    const edit = await tx.bulkEdit.findFirst({
      where: { id, userId: user.id },
      select: { status: true, undoneBy: { select: { id: true } } },
    })
    if (!edit) throw new NotFoundError('Cette modification n’existe pas.')
    if (edit.status !== 'DONE') throw new UserError('Cette modification n’est pas terminée.')
    if (edit.undoneBy) throw new UserError('Cette modification est déjà annulée.')
    const undo = await tx.bulkEdit.create({
      data: { userId: user.id, change: 'undo', status: 'RUNNING', undoesId: id },
      select: { id: true },
    })
    await tx.$executeRaw`
      INSERT INTO "BulkEditItem" ("bulkEditId", "placeId", version)
      SELECT ${undo.id}::uuid, p.id, p.version FROM "BulkEditItem" i JOIN "Place" p ON p.id = i."placeId"
      WHERE i."bulkEditId" = ${id}::uuid AND i.outcome = 'CHANGED'`
    return [undo.id, await queueRest(tx, undo.id)] as const
  }, patience)
  if (size <= atOnce) await runBulkEdit(undoId)
  return undoId
}

/** Goes on with the bulk edits that were left halfway, where their job was lost. */
export async function resumeBulkEdits(): Promise<void> {
  const edits = await db.bulkEdit.findMany({ where: { status: 'RUNNING' }, select: { id: true } })
  const lost = await keysWithoutJob(edits.map(({ id }) => keyOf(id)))
  for (const { id } of edits) if (lost.has(keyOf(id))) await queueRest(db, id)
}
