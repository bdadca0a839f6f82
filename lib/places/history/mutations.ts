import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db, type Transaction } from '@/lib/db'
import { NotFoundError, UserError } from '@/lib/errors'
import { type Changed, changePlaceIn, type PlaceChange } from '../change/mutations'
import { type Change, rewind, type Snapshot, snapshotOf } from '../snapshot'
import { withoutChange, withValues } from './former-values'

const patience = { maxWait: 15_000, timeout: 15_000 }

/** A place, the version that the person looks at, and the change or the version she means. */
export interface HistoryRequest {
  id: string
  version: number
  target: number
  /** Why she does it */
  why?: string | null
}

/**
 * Undoes one change, which is itself a change: what was changed again since is left alone.
 *
 * @throws UserError when everything it changed was changed again since
 * @throws ForbiddenError and VersionConflictError as `updatePlace` does
 */
export async function undoChange(user: CurrentUser, request: HistoryRequest): Promise<Changed> {
  return db.$transaction((tx) => undoChangeIn(tx, user, request), patience)
}

/** The same within somebody else's transaction, for a reason of theirs. */
export async function undoChangeIn(
  tx: Transaction,
  user: CurrentUser,
  { id, version, target, why }: HistoryRequest,
  options: Pick<PlaceChange, 'reason' | 'audited' | 'confirms'> = {},
): Promise<Changed> {
  const revision = await tx.placeRevision.findUnique({
    where: { placeId_version: { placeId: id, version: target } },
    select: { before: true, after: true },
  })
  if (!revision) throw new NotFoundError('Ce changement n’existe pas.')
  const change = revision as unknown as Change
  if (Object.keys(change.before).length === 0)
    throw new UserError('L’ajout d’un lieu ne se défait pas\u00a0: archivez-le.')
  return changePlaceIn(tx, user, {
    id,
    version,
    action: actionFor(change),
    reason: reasonOf(`Annulation du changement ${target}`, why),
    audited: 'place.change_undone',
    ...options,
    edit: (place) => {
      const undone = withoutChange(place, change)
      if (undone.left.length === Object.keys(change.before).length) {
        throw new UserError('Tout ce que ce changement disait a été changé depuis\u00a0: il n’y a rien à annuler.')
      }
      return undone.place
    },
  })
}

/** Takes a place back to what a version said, its status aside, which is itself a change. Throws as `undoChange` does. */
export async function returnToVersion(
  user: CurrentUser,
  { id, version, target, why }: HistoryRequest,
): Promise<Changed> {
  return db.$transaction(async (tx) => {
    const changes = await changesSince(tx, id, target)
    const changed = await changePlaceIn(tx, user, {
      id,
      version,
      action: 'edit',
      reason: reasonOf(`Retour à la version ${target}`, why),
      audited: 'place.returned',
      edit: (place) => {
        const { status: _, ...values } = rewind(snapshotOf(place), changes)
        return withValues(place, values)
      },
    })
    if (changed.fields.length === 0)
      throw new UserError('Le lieu dit déjà ce que disait cette version\u00a0: rien n’a changé.')
    return changed
  }, patience)
}

const reasonOf = (what: string, why: string | null | undefined) => (why ? `${what}\u00a0: ${why}` : what)

/** Undoing a publication is publishing's business. */
const actionFor = (change: Change) => ('status' in change.before ? ('publish' as const) : ('edit' as const))

/** What came after a version, the latest first. */
async function changesSince(tx: Transaction, placeId: string, target: number): Promise<{ before: Snapshot }[]> {
  const revisions = await tx.placeRevision.findMany({
    where: { placeId, version: { gte: target } },
    orderBy: { version: 'desc' },
    select: { version: true, before: true },
  })
  const [oldest] = revisions.slice(-1)
  if (oldest?.version !== target) throw new NotFoundError('Cette version n’existe pas.')
  return revisions.slice(0, -1).map(({ before }) => ({ before: before as Snapshot }))
}
