import 'server-only'
import { type CurrentUser, mayMovePlace, mayOnPlace, type PlaceAction } from '@/lib/accounts/permissions'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { ensureSchedules, scheduleKey } from '@/lib/hours/mutations'
import type { PlaceStatus } from '@/prisma/client/enums'
import { editableOf, editableSelect, type StoredPlace, storedOf, wholeSelect } from './editable-place'
import { missingToPublish } from './publication'
import type { PlaceInput } from './schema'
import { isOfSection, type Section } from './sections'
import { type ServiceLine, withGridValues } from './service-grid'
import { changeBetween, correctedFields, type EditablePlace, rewind, type Snapshot, snapshotOf } from './snapshot'
import { type Term, type Terms, withHeldTerms } from './terms'
import { VersionConflictError } from './version-conflict'

/** Edits of one place wait for one another; a crowd of them may wait longer than Prisma's two seconds. */
const patience = { maxWait: 15_000, timeout: 15_000 }

/**
 * Adds a place, as a draft that only the back office sees.
 *
 * @throws ForbiddenError outside the user's territory
 */
export async function createPlace(user: CurrentUser, input: PlaceInput): Promise<{ id: string; version: number }> {
  return db.$transaction(async (tx) => {
    const departmentCode = await departmentOf(tx, input.communeCode)
    if (!mayOnPlace(user, 'create', { departmentCode })) throw outOfTerritory()
    const { services, programmeTerms, labelTerms, ...columns } = withGridValues(input, input.services)
    const place = await tx.place.create({
      data: {
        ...columns,
        scheduleId: await scheduleOf(tx, columns.openingHours, departmentCode),
        verifiedAt: new Date(),
        services: { create: services },
      },
      select: editableSelect,
    })
    const { programmeTerms: held, labelTerms: heldLabels } = withHeldTerms({ ...columns, programmeTerms, labelTerms })
    const terms = { programmeTerms: held, labelTerms: heldLabels }
    await writeTerms(tx, place.id, terms)
    const after = changeBetween({}, snapshotOf({ ...editableOf(place), ...terms }))?.after ?? {}
    await tx.placeRevision.create({
      data: { placeId: place.id, version: place.version, before: {}, after, userId: user.id },
    })
    return { id: place.id, version: place.version }
  }, patience)
}

/**
 * Replaces everything a person may change of a place, but its status.
 *
 * @throws ForbiddenError outside the user's territory, where the place is as where it would go
 * @throws VersionConflictError when `version` is not the last one
 * @throws UserError when a published place would no longer say what a citizen needs
 */
export function updatePlace(user: CurrentUser, id: string, version: number, input: PlaceInput) {
  return changePlace(user, id, version, 'edit', (place) => ({
    ...withGridValues(input, input.services),
    status: place.status,
  }))
}

/**
 * Replaces the fields of one section. What others changed in the other sections meanwhile is no conflict,
 * and stays. Throws as `updatePlace` does, when one of these fields has changed since `version`.
 */
export function updatePlaceSection(
  user: CurrentUser,
  id: string,
  version: number,
  section: Section,
  input: Partial<PlaceInput>,
) {
  const change: PlaceChange = {
    id,
    version,
    action: 'edit',
    edit: (place) => {
      const next = { ...place, ...input }
      return withGridValues(next, next.services)
    },
    concerns: (field) => isOfSection(section, field),
  }
  return db.$transaction((tx) => changePlaceIn(tx, user, change), patience)
}

/** Replaces the grid of services. Throws as `updatePlace` does. */
export function savePlaceServices(user: CurrentUser, id: string, version: number, grid: ServiceLine[]) {
  return changePlace(user, id, version, 'edit', (place) => ({ ...withGridValues(place, grid), services: grid }))
}

/**
 * Publishes, archives or takes back a place. Throws as `updatePlace` does, and when a place to
 * publish does not say what a citizen needs.
 */
export function setPlaceStatus(user: CurrentUser, id: string, version: number, status: PlaceStatus) {
  return changePlace(user, id, version, 'publish', (place) => ({ ...place, status }))
}

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
  reason?: string
  /** False when nobody looked at the listing itself: it is then no truer than it was */
  confirms?: boolean
  /** The fields it is about, all unless told: what changed of the others since its version is no conflict */
  concerns?: (field: string) => boolean
}

async function changePlace(
  user: CurrentUser,
  id: string,
  version: number,
  action: PlaceAction,
  edit: PlaceChange['edit'],
): Promise<Changed> {
  return db.$transaction((tx) => changePlaceIn(tx, user, { id, version, action, edit }), patience)
}

/**
 * Locks the place, authorises, compares versions, writes the place and its revision, within somebody
 * else's transaction. Throws as `updatePlace` does.
 */
export async function changePlaceIn(
  tx: Transaction,
  user: CurrentUser,
  { id, version: from, action, edit, reason, confirms = true, concerns = () => true }: PlaceChange,
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
  if (next.status !== current.status) {
    const details = { name: next.name, ...(reason && { reason }) }
    await audit(tx, { user, action: statusActions[next.status], subject: `place ${id}`, departmentCode, details })
  }
  return { version: version + 1, fields: Object.keys(change.after) }
}

const statusActions = { PUBLISHED: 'place.published', ARCHIVED: 'place.archived', DRAFT: 'place.drafted' } as const

/** Writes what changed and nothing else: triggers and indexes follow every column and every line of the grid. */
async function writePlace(
  tx: Transaction,
  stored: StoredPlace,
  next: EditablePlace,
  fields: readonly string[],
  more: WriteOptions,
) {
  const { services, programmeTerms, labelTerms, ...columns } = next
  const has = (name: string) => fields.some((field) => field === name || field.startsWith(`${name}.`))
  const now = new Date()
  await tx.place.update({
    where: { id: stored.id },
    data: {
      ...(Object.fromEntries(Object.entries(columns).filter(([name]) => has(name))) as Partial<typeof columns>),
      ...((has('openingHours') || has('communeCode')) && {
        scheduleId: await scheduleOf(tx, columns.openingHours, more.departmentCode),
      }),
      version: { increment: 1 },
      recordDate: now,
      ...(more.confirms && { verifiedAt: now }),
      publishedAt: columns.status === 'PUBLISHED' ? (stored.publishedAt ?? now) : stored.publishedAt,
    },
    select: { id: true },
  })
  if (has('services')) {
    await tx.placeService.deleteMany({ where: { placeId: stored.id } })
    await tx.placeService.createMany({ data: services.map((line) => ({ ...line, placeId: stored.id })) })
  }
  await writeTerms(tx, stored.id, {
    ...(has('programmeTerms') && { programmeTerms }),
    ...(has('labelTerms') && { labelTerms }),
  })
}

interface WriteOptions {
  departmentCode: string
  confirms: boolean
}

async function writeTerms(tx: Transaction, placeId: string, { programmeTerms, labelTerms }: Terms) {
  const rowOf = <Code extends string>({ code: _, since, until, note }: Term<Code>) => ({
    placeId,
    since: since && new Date(since),
    until: until && new Date(until),
    note,
  })
  if (programmeTerms) {
    await tx.placeProgramme.deleteMany({ where: { placeId } })
    await tx.placeProgramme.createMany({
      data: programmeTerms.map((term) => ({ ...rowOf(term), programme: term.code })),
    })
  }
  if (labelTerms) {
    await tx.placeLabel.deleteMany({ where: { placeId } })
    await tx.placeLabel.createMany({ data: labelTerms.map((term) => ({ ...rowOf(term), label: term.code })) })
  }
}

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

/** Publishing asks for what a citizen needs; a published place may not lose it. */
function refuseToHide(current: EditablePlace, next: EditablePlace) {
  if (next.status !== 'PUBLISHED') return
  const known = current.status === 'PUBLISHED' ? missingToPublish(current) : []
  const missing = missingToPublish(next).filter((what) => !known.includes(what))
  if (missing.length > 0) throw new UserError(`Pour être publié, ce lieu doit avoir ${missing.join(', ')}.`)
}

/** The hours, judged once for all places of the département that keep them. */
async function scheduleOf(tx: Transaction, openingHours: string | null, departmentCode: string) {
  if (openingHours === null) return null
  const wanted = { openingHours, departmentCode }
  return (await ensureSchedules(tx, [wanted])).get(scheduleKey(wanted)) ?? null
}

async function departmentOf(tx: Transaction, communeCode: string): Promise<string> {
  const commune = await tx.commune.findUnique({ where: { code: communeCode }, select: { departmentCode: true } })
  if (!commune) throw new UserError('Cette commune n’existe pas.')
  return commune.departmentCode
}

function outOfTerritory() {
  return new ForbiddenError('Vous ne pouvez pas faire cela dans ce département\u00a0: demandez au hub qui le suit.')
}
