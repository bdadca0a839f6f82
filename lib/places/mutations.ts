import 'server-only'
import { type CurrentUser, mayOnPlace, type PlaceAction } from '@/lib/accounts/permissions'
import { audit } from '@/lib/audit/mutations'
import { db } from '@/lib/db'
import type { PlaceStatus } from '@/prisma/client/enums'
import { type Changed, changePlaceIn, type PlaceChange } from './change/mutations'
import { outOfTerritory } from './change/refusals'
import { editableOf, editableSelect } from './editable-place'
import { departmentOf, scheduleOf, writeTerms } from './row/mutations'
import type { PlaceInput } from './schema'
import { isOfSection, type Section } from './sections'
import { type ServiceLine, withGridValues } from './service-grid'
import { changeBetween, snapshotOf } from './snapshot'
import { withHeldTerms } from './terms'

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
    const details = { name: place.name }
    await audit(tx, { user, action: 'place.added', subject: `place ${place.id}`, departmentCode, details })
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
  reason: string | null = null,
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
    reason,
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
export function setPlaceStatus(
  user: CurrentUser,
  id: string,
  version: number,
  status: PlaceStatus,
  reason: string | null = null,
) {
  return changePlace(user, id, version, 'publish', (place) => ({ ...place, status }), reason)
}

async function changePlace(
  user: CurrentUser,
  id: string,
  version: number,
  action: PlaceAction,
  edit: PlaceChange['edit'],
  reason: string | null = null,
): Promise<Changed> {
  return db.$transaction((tx) => changePlaceIn(tx, user, { id, version, action, edit, reason }), patience)
}
