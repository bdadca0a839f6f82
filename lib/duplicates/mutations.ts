import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { changePlaceIn } from '@/lib/places/change/mutations'
import { withoutChange } from '@/lib/places/history/former-values'
import type { Change, EditablePlace, Snapshot } from '@/lib/places/snapshot'
import type { PlaceStatus } from '@/prisma/client/enums'
import { type Moved, moveBack, moveBelongings } from './belongings/mutations'
import { mergedPlace } from './merge'
import { getPair } from './queries'
import type { MergeRequest } from './schema'

const patience = { maxWait: 15_000, timeout: 60_000 }

/**
 * Remembers that two places are two, for good.
 *
 * @throws ForbiddenError unless the person may edit and publish both
 */
export async function declareDistinct(user: CurrentUser, oneId: string, otherId: string): Promise<void> {
  const { one, other, score, signals, mayDecide } = await getPair(user, oneId, otherId)
  if (!mayDecide) throw new ForbiddenError('Un de ces deux lieux n’est pas dans votre territoire.')
  const decision = { status: 'DISTINCT' as const, decidedById: user.id, decidedAt: new Date() }
  await db.$transaction(async (tx) => {
    await tx.duplicateCandidate.upsert({
      where: { oneId_otherId: { oneId: one.id, otherId: other.id } },
      create: { oneId: one.id, otherId: other.id, score, signals: signals as object[], ...decision },
      update: decision,
    })
    await audit(tx, { user, action: 'place.distinct', subject: `place ${one.id}`, details: { other: other.id } })
  })
}

/**
 * Makes one place of two: the kept one takes the values that were chosen, the services, the sources and
 * whatever else hangs on the other; the other is archived, and its addresses lead to the kept one.
 *
 * @throws ForbiddenError unless the person may edit and publish both
 * @throws VersionConflictError when one of them changed since it was looked at
 */
export async function mergePlaces(user: CurrentUser, request: MergeRequest): Promise<{ id: string; keptId: string }> {
  const { kept, from } = request
  const ids = { one: request.one, other: request.other }
  const versions = { one: request.oneVersion, other: request.otherVersion }
  const gone = kept === 'one' ? 'other' : 'one'
  return db.$transaction(async (tx) => {
    // Always in the same order: two people who merge the same places wait for one another.
    await tx.$queryRaw`SELECT id FROM "Place" WHERE id IN (${ids.one}, ${ids.other}) ORDER BY id FOR UPDATE`
    let goneStatus: PlaceStatus = 'DRAFT'
    let goneAsItWas: EditablePlace | undefined
    await changePlaceIn(tx, user, {
      id: ids[gone],
      version: versions[gone],
      action: 'publish',
      reason: `Réuni avec ${ids[kept]}`,
      edit: (place) => {
        if (place.status === 'ARCHIVED')
          throw new UserError('Un de ces lieux est archivé\u00a0: il n’y a rien à réunir.')
        goneStatus = place.status
        goneAsItWas = place
        return { ...place, status: 'ARCHIVED' }
      },
    })
    const { version, fields } = await changePlaceIn(tx, user, {
      id: ids[kept],
      version: versions[kept],
      action: 'publish',
      reason: `Réunion de ${ids[gone]}`,
      audited: null,
      edit: (place) => {
        if (place.status === 'ARCHIVED')
          throw new UserError('La fiche qui reste est archivée\u00a0: choisissez l’autre.')
        const both = { [kept]: place, [gone]: goneAsItWas } as { one: EditablePlace; other: EditablePlace }
        return { ...mergedPlace(both, kept, from), status: place.status }
      },
    })
    const moved = await moveBelongings(tx, ids[gone], ids[kept])
    // One of them may have gone into the other before, and been published again since.
    await tx.placeAlias.deleteMany({ where: { id: { in: [ids[gone], ids[kept]] } } })
    await tx.placeMerge.updateMany({
      where: { goneId: { in: [ids[gone], ids[kept]] }, undoneAt: null },
      data: { undoneAt: new Date() },
    })
    await tx.placeAlias.create({ data: { id: ids[gone], placeId: ids[kept] } })
    await tx.duplicateCandidate.deleteMany({
      where: { status: 'OPEN', OR: [{ oneId: ids[gone] }, { otherId: ids[gone] }] },
    })
    const { id } = await tx.placeMerge.create({
      data: {
        keptId: ids[kept],
        goneId: ids[gone],
        goneStatus,
        keptVersion: fields.length > 0 ? version : null,
        moved: moved as object,
        userId: user.id,
      },
      select: { id: true },
    })
    const details = { gone: ids[gone], merge: id }
    await audit(tx, { user, action: 'place.merged', subject: `place ${ids[kept]}`, details })
    return { id, keptId: ids[kept] }
  }, patience)
}

/**
 * Makes two places again of a merge. What was changed of the kept place since stays as it is.
 *
 * @throws ForbiddenError unless the person may edit and publish both
 * @throws UserError when it has been undone, or when a published place would lose what it must say
 */
export async function undoMerge(user: CurrentUser, mergeId: string): Promise<{ keptId: string; goneId: string }> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "PlaceMerge" WHERE id = ${mergeId}::uuid FOR UPDATE`
    const merge = await tx.placeMerge.findUnique({ where: { id: mergeId } })
    if (!merge) throw new NotFoundError('Cette réunion de fiches n’existe pas.')
    const { keptId, goneId } = merge
    if (merge.undoneAt) throw new UserError('Cette réunion a déjà été défaite.')
    await tx.$queryRaw`SELECT id FROM "Place" WHERE id IN (${keptId}, ${goneId}) ORDER BY id FOR UPDATE`
    const before = await beforeMerge(tx, keptId, merge.keptVersion)
    const kept = await tx.place.findUniqueOrThrow({ where: { id: keptId }, select: { version: true } })
    await changePlaceIn(tx, user, {
      id: keptId,
      version: kept.version,
      action: 'publish',
      reason: `Séparé de ${goneId}`,
      audited: null,
      edit: (place) => (before ? withoutChange(place, before).place : place),
    })
    const [later] = await tx.placeMerge.findMany({
      where: { goneId: keptId, undoneAt: null },
      select: { keptId: true },
    })
    if (later)
      throw new UserError(`${keptId} est allé depuis dans ${later.keptId}\u00a0: défaites d’abord cette réunion.`)
    // It leads nowhere else from here on.
    await tx.placeAlias.deleteMany({ where: { id: goneId } })
    await moveBack(tx, merge.moved as unknown as Moved, keptId, goneId)
    const gone = await tx.place.findUniqueOrThrow({ where: { id: goneId }, select: { version: true } })
    await changePlaceIn(tx, user, {
      id: goneId,
      version: gone.version,
      action: 'publish',
      reason: `Séparé de ${keptId}`,
      edit: (place) => ({ ...place, status: merge.goneStatus }),
    })
    await tx.placeMerge.update({ where: { id: mergeId }, data: { undoneAt: new Date() } })
    const details = { gone: goneId, merge: mergeId }
    await audit(tx, { user, action: 'place.unmerged', subject: `place ${keptId}`, details })
    return { keptId, goneId }
  }, patience)
}

/** What the merge changed of the kept place; null when it changed nothing. */
async function beforeMerge(tx: Transaction, placeId: string, version: number | null): Promise<Change | null> {
  if (version === null) return null
  const revision = await tx.placeRevision.findUnique({
    where: { placeId_version: { placeId, version } },
    select: { before: true, after: true },
  })
  return revision ? { before: revision.before as Snapshot, after: revision.after as Snapshot } : null
}
