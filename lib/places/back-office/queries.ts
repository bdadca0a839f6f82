import 'server-only'
import { type CurrentUser, mayOnPlace } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { ForbiddenError, NotFoundError } from '@/lib/errors'
import { editableOf, storedOf, type WholePlace, wholeSelect } from '../editable-place'
import { type Change, changeBetween, rewind, snapshotOf } from '../snapshot'

/**
 * A place as its form shows it.
 *
 * @throws NotFoundError when it does not exist
 * @throws ForbiddenError outside the user's territory
 */
export async function getPlaceForEdit(user: CurrentUser, id: string): Promise<WholePlace> {
  const row = await db.place.findUnique({ where: { id }, select: wholeSelect })
  if (!row) throw new NotFoundError('Ce lieu n’existe pas.')
  const place = storedOf(row)
  if (!mayOnPlace(user, 'read', { id, departmentCode: place.commune.departmentCode })) {
    throw new ForbiddenError('Ce lieu n’est pas dans votre territoire.')
  }
  return place
}

export interface Revision extends Change {
  version: number
  createdAt: Date
  reason: string | null
  /** Who changed it: a person, or a file */
  author: string | null
}

/** The last changes of a place, the latest first. Throws as `getPlaceForEdit` does. */
export async function listRevisions(user: CurrentUser, placeId: string, limit = 50): Promise<Revision[]> {
  await getPlaceForEdit(user, placeId)
  const revisions = await db.placeRevision.findMany({
    where: { placeId },
    orderBy: { version: 'desc' },
    take: limit,
    select: {
      version: true,
      createdAt: true,
      reason: true,
      before: true,
      after: true,
      user: { select: { name: true } },
      importRun: { select: { fileName: true, source: { select: { name: true } } } },
      actor: true,
    },
  })
  return revisions.map(({ user: author, importRun, actor, before, after, ...revision }) => ({
    ...revision,
    author: author?.name ?? importRun?.source.name ?? actor,
    before: before as Change['before'],
    after: after as Change['after'],
  }))
}

/**
 * What differs between two versions of a place, in the order asked; null when nothing does. Throws as
 * `getPlaceForEdit` does.
 *
 * @throws NotFoundError when a version does not exist
 */
export async function compareVersions(user: CurrentUser, placeId: string, from: number, to: number) {
  const place = await getPlaceForEdit(user, placeId)
  const revisions = await db.placeRevision.findMany({
    where: { placeId },
    orderBy: { version: 'desc' },
    select: { version: true, before: true },
  })
  const versions = new Set([place.version, ...revisions.map(({ version }) => version)])
  if (!versions.has(from) || !versions.has(to)) throw new NotFoundError('Cette version n’existe pas.')
  const now = snapshotOf(editableOf(place))
  const asOf = (wanted: number) =>
    rewind(
      now,
      revisions.filter(({ version }) => version > wanted).map(({ before }) => ({ before: before as Change['before'] })),
    )
  return changeBetween(asOf(from), asOf(to))
}
