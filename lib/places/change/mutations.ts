import 'server-only'
import { type CurrentUser, mayMovePlace, mayOnPlace, type PlaceAction } from '@/lib/accounts/permissions'
import type { AuditAction } from '@/lib/audit/actions'
import { audit } from '@/lib/audit/mutations'
import type { Transaction } from '@/lib/db'
import { NotFoundError } from '@/lib/errors'
import { editableOf, type StoredPlace, storedOf, wholeSelect } from '../editable-place'
import { departmentOf, writePlace } from '../row/mutations'
import { changeBetween, correctedFields, type EditablePlace, rewind, type Snapshot, snapshotOf } from '../snapshot'
import { withHeldTerms } from '../terms'
import { VersionConflictError } from '../version-conflict'
import { outOfTerritory, refuseToHide } from './refusals'

/** The version after the change, and the fields that it changed: none when it changed nothing. */
export interface Changed {
  version: number
  fields: string[]
}

/** One change of one place. */
export interface PlaceChange {
  id: string
  /** The version it starts from */
  version: number
  action: PlaceAction
  edit: (place: EditablePlace) => EditablePlace
  /** Why, for the history */
  reason?: string | null
  /** What the audit trail calls it, where the status stays; null when what it is a part of has its own line there */
  audited?: AuditAction | null
  /** False when nobody looked at the listing itself: it is then no truer than it was */
  confirms?: boolean
  /** The fields it is about, all unless told: what changed of the others since its version is no conflict */
  concerns?: (field: string) => boolean
}

/**
 * Locks the place, authorises, compares versions, writes the place and its revision, within somebody
 * else's transaction. Throws as `updatePlace` does.
 */
export async function changePlaceIn(
  tx: Transaction,
  user: CurrentUser,
  {
    id,
    version: from,
    action,
    edit,
    reason,
    audited = 'place.edited',
    confirms = true,
    concerns = () => true,
  }: PlaceChange,
): Promise<Changed> {
  await tx.$queryRaw`SELECT id FROM "Place" WHERE id = ${id} FOR UPDATE`
  const row = await tx.place.findUnique({ where: { id }, select: wholeSelect })
  if (!row) throw new NotFoundError('Ce lieu n’existe pas.')
  const stored = storedOf(row)
  const scope = { id, departmentCode: stored.commune.departmentCode }
  if (!mayOnPlace(user, action, scope)) throw outOfTerritory()
  const { version } = stored
  if (version !== from) {
    const meanwhile = await conflict(tx, stored, from)
    if (from > version || meanwhile.fields.some(concerns)) throw meanwhile
  }

  const current = editableOf(stored)
  const next = withHeldTerms(edit(current))
  const departmentCode =
    next.communeCode === current.communeCode ? scope.departmentCode : await departmentOf(tx, next.communeCode)
  if (!mayMovePlace(user, scope, departmentCode)) throw outOfTerritory()
  refuseToHide(current, next)

  const change = changeBetween(snapshotOf(current), snapshotOf(next))
  if (!change) return { version, fields: [] }
  await writePlace(tx, stored, next, Object.keys(change.after), { departmentCode, confirms })
  const revision = { placeId: id, version: version + 1, userId: user.id, reason: reason ?? null }
  await tx.placeRevision.create({ data: { ...revision, before: change.before, after: change.after } })
  await rememberCorrections(tx, id, correctedFields(change))
  const fields = Object.keys(change.after)
  const trace = next.status === current.status ? audited : statusActions[next.status]
  if (trace) {
    const details = { name: next.name, fields, ...(reason && { reason }) }
    await audit(tx, { user, action: trace, subject: `place ${id}`, departmentCode, details })
  }
  return { version: version + 1, fields }
}

const statusActions = { PUBLISHED: 'place.published', ARCHIVED: 'place.archived', DRAFT: 'place.drafted' } as const

/** An import leaves alone what a person corrected. */
async function rememberCorrections(tx: Transaction, placeId: string, fields: string[]) {
  await tx.$executeRaw`
    UPDATE "PlaceSource"
    SET "correctedFields" = ARRAY(SELECT DISTINCT unnest("correctedFields" || ${fields}::text[]) ORDER BY 1)
    WHERE "placeId" = ${placeId}`
}

/** The place as it is, and as it was when the edit started, from the revisions since. */
async function conflict(tx: Transaction, stored: StoredPlace, version: number): Promise<VersionConflictError> {
  const revisions = await tx.placeRevision.findMany({
    where: { placeId: stored.id, version: { gt: version } },
    orderBy: { version: 'desc' },
    select: { before: true },
  })
  const current = editableOf(stored)
  const changes = revisions.map(({ before }) => ({ before: before as Snapshot }))
  return new VersionConflictError(current, stored.version, rewind(snapshotOf(current), changes))
}
