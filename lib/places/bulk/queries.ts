import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { userWithRights } from '@/lib/accounts/queries'
import { db, type Transaction } from '@/lib/db'
import { NotFoundError } from '@/lib/errors'
import { Prisma } from '@/prisma/client/client'
import type { BulkOutcome } from '@/prisma/client/enums'
import { type BulkChange, readBulkChange } from './change'
import { type JudgedPlace, judgeBulkChange } from './judgement'

/** A place of a bulk edit that waits, with the version that the person saw and the one it has. */
export interface WaitingPlace extends JudgedPlace {
  seen: number
  version: number
}

/** The places of a bulk edit that nothing was done to yet, in the order of their ids. */
export function waitingPlaces(client: Pick<Transaction, '$queryRaw'>, bulkEditId: string, limit?: number) {
  return client.$queryRaw<WaitingPlace[]>`
    SELECT p.id, i.version AS seen, p.version, p.status, p.name, p.address, p."takesReferrals", c."departmentCode",
      coalesce(p.programmes::text[], '{}') AS programmes, a."userId" AS "assigneeId",
      ARRAY(SELECT s.service::text FROM "PlaceService" s WHERE s."placeId" = p.id) AS services,
      EXISTS (SELECT FROM "PlaceMerge" m WHERE m."goneId" = p.id AND m."undoneAt" IS NULL) AS "isMerged"
    FROM "BulkEditItem" i JOIN "Place" p ON p.id = i."placeId" JOIN "Commune" c ON c.code = p."communeCode"
    LEFT JOIN "PlaceAssignment" a ON a."placeId" = p.id
    WHERE i."bulkEditId" = ${bulkEditId}::uuid AND i.outcome IS NULL
    ORDER BY p.id ${limit ? Prisma.sql`LIMIT ${limit}` : Prisma.empty}`
}

const told = {
  id: true,
  change: true,
  reason: true,
  status: true,
  createdAt: true,
  endedAt: true,
  undoes: { select: { id: true, change: true } },
  undoneBy: { select: { id: true, status: true } },
} as const satisfies Prisma.BulkEditSelect

/**
 * One's own bulk edit.
 *
 * @throws NotFoundError when it is somebody else's
 */
export async function getBulkEdit(user: CurrentUser, id: string) {
  const edit = await db.bulkEdit.findFirst({ where: { id, userId: user.id }, select: told })
  if (!edit) throw new NotFoundError('Cette modification n’existe pas.')
  const change = changeOf(edit.change)
  const assignee = change.kind === 'assign' ? await userWithRights(change.userId) : null
  return { ...edit, change, assigneeName: assignee?.name ?? null }
}

export type ToldBulkEdit = Awaited<ReturnType<typeof getBulkEdit>>

/** What is kept was read before it was written. */
export function changeOf(text: string): BulkChange {
  const change = readBulkChange(text)
  if (!change) throw new Error(`A bulk edit of an unknown kind: ${text}`)
  return change
}

/** Why some places stay as they are: how many, and some of them. */
export interface Exception {
  outcome: Exclude<BulkOutcome, 'CHANGED'>
  note: string | null
  count: number
  places: { id: string; name: string }[]
}

const shownExamples = 5

/** What would become of the places of a bulk edit that waits. */
export async function previewBulkEdit(user: CurrentUser, { id, change }: ToldBulkEdit) {
  const waiting = await waitingPlaces(db, id)
  const assignee = change.kind === 'assign' ? await userWithRights(change.userId) : null
  const exceptions = new Map<string, Exception>()
  let changed = 0
  for (const place of waiting) {
    const judged = judgeWaiting(user, change, place, assignee)
    if (judged.outcome === 'CHANGED') changed++
    else {
      const note = 'note' in judged ? judged.note : null
      const key = `${judged.outcome} ${note}`
      const told = exceptions.get(key) ?? { outcome: judged.outcome, note, count: 0, places: [] }
      told.count++
      if (told.places.length < shownExamples) told.places.push({ id: place.id, name: place.name })
      exceptions.set(key, told)
    }
  }
  return { total: waiting.length, changed, exceptions: [...exceptions.values()] }
}

/** The same judgement before and while it is done. A word between colleagues does not depend on the version. */
export function judgeWaiting(
  user: CurrentUser,
  change: BulkChange,
  place: WaitingPlace,
  assignee: CurrentUser | null,
): ReturnType<typeof judgeBulkChange> | { outcome: 'STALE' } {
  if (change.kind !== 'assign' && place.version !== place.seen) return { outcome: 'STALE' }
  return change.kind === 'undo' ? { outcome: 'CHANGED' } : judgeBulkChange(user, change, place, assignee)
}

/** How far a bulk edit is, and what became of its places. */
export async function bulkEditProgress(id: string) {
  const [counted, exceptions] = await Promise.all([
    db.bulkEditItem.groupBy({ by: ['outcome'], where: { bulkEditId: id }, _count: true }),
    db.$queryRaw<Exception[]>`
      SELECT i.outcome, i.note, count(*)::int AS count, to_jsonb(
        (array_agg(jsonb_build_object('id', p.id, 'name', p.name) ORDER BY p.id))[:${shownExamples}]) AS places
      FROM "BulkEditItem" i JOIN "Place" p ON p.id = i."placeId"
      WHERE i."bulkEditId" = ${id}::uuid AND i.outcome <> 'CHANGED' GROUP BY i.outcome, i.note ORDER BY 3 DESC`,
  ])
  const of = (outcome: BulkOutcome | null) => counted.find((each) => each.outcome === outcome)?._count ?? 0
  const waiting = of(null)
  const total = counted.reduce((sum, { _count }) => sum + _count, 0)
  return { total, done: total - waiting, changed: of('CHANGED'), exceptions }
}

/** One's last bulk edits, the latest first. */
export async function listBulkEdits(user: CurrentUser) {
  const edits = await db.bulkEdit.findMany({
    where: { userId: user.id, status: { not: 'PREPARED' } },
    select: { ...told, _count: { select: { items: { where: { outcome: 'CHANGED' } } } } },
    orderBy: { createdAt: 'desc' },
    take: 20,
  })
  const ids = edits.flatMap((edit) => {
    const change = changeOf(edit.change)
    return change.kind === 'assign' ? (change.userId ?? []) : []
  })
  const people = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return edits.map(({ _count, ...edit }) => {
    const change = changeOf(edit.change)
    const assignee = change.kind === 'assign' ? people.find(({ id }) => id === change.userId) : undefined
    return { ...edit, change, assigneeName: assignee?.name ?? null, changed: _count.items }
  })
}
