import type { Role } from '@/prisma/client/enums'

/** What a role gives, and where: a hub's départements, one place, a helper's organisation, or everywhere for an administrator. */
export interface UserMembership {
  role: Role
  hubId: string | null
  hubSlug: string | null
  hubName: string | null
  departmentCodes: string[]
  placeId: string | null
  organisationId: string | null
  organisationName: string | null
}

/** Who is asking. */
export interface CurrentUser {
  id: string
  email: string
  name: string
  memberships: UserMembership[]
}

/**
 * `publish` covers everything that changes who sees a place: publishing, archiving, taking back; `answer`,
 * what people report of it, their mail addresses included.
 */
export type PlaceAction = 'read' | 'create' | 'edit' | 'publish' | 'answer'

/** A place as far as permissions are concerned; without an id, one that does not exist yet. */
export interface PlaceScope {
  id?: string
  departmentCode: string
}

/** Everything a role may do. A role or an action that is not written here is refused. */
const allowed: Readonly<Record<Role, readonly PlaceAction[]>> = {
  NATIONAL_ADMIN: ['read', 'create', 'edit', 'publish', 'answer'],
  HUB_COORDINATOR: ['read', 'create', 'edit', 'publish', 'answer'],
  HUB_EDITOR: ['read', 'create', 'edit', 'publish', 'answer'],
  PLACE_EDITOR: ['read', 'edit', 'answer'],
  READER: ['read'],
  HELPER: [],
}

/** Whether a role lets do this at all, somewhere. */
export function roleAllows(role: Role, action: PlaceAction): boolean {
  return allowed[role].includes(action)
}

/** True when the place lies where the membership holds. */
function covers(membership: UserMembership, place: PlaceScope): boolean {
  switch (membership.role) {
    case 'NATIONAL_ADMIN':
      return true
    case 'HUB_COORDINATOR':
    case 'HUB_EDITOR':
    case 'READER':
      return membership.hubId !== null && membership.departmentCodes.includes(place.departmentCode)
    case 'PLACE_EDITOR':
      return membership.placeId !== null && membership.placeId === place.id
    default:
      return false
  }
}

/** Whether the back office lets this person do this to this place. Refuses by default. */
export function mayOnPlace(user: CurrentUser, action: PlaceAction, place: PlaceScope): boolean {
  return user.memberships.some((membership) => roleAllows(membership.role, action) && covers(membership, place))
}

/**
 * Whether a place may go from where it is to another département: whoever moves it must be able
 * to edit it here and to create one there, or it would leave her territory or enter another's.
 */
export function mayMovePlace(user: CurrentUser, from: PlaceScope, toDepartment: string): boolean {
  if (!mayOnPlace(user, 'edit', from)) return false
  return from.departmentCode === toDepartment || mayOnPlace(user, 'create', { departmentCode: toDepartment })
}

/** Whether this person may choose how a hub works: its delays, and whether it answers helpers who ask to join. */
export function mayTuneHub(user: CurrentUser, hubId: string): boolean {
  return user.memberships.some(
    (membership) =>
      membership.role === 'NATIONAL_ADMIN' || (membership.role === 'HUB_COORDINATOR' && membership.hubId === hubId),
  )
}

/** Whether this person may change what free words mean: it shows everywhere in France. */
export function mayEditVocabulary(user: CurrentUser): boolean {
  return user.memberships.some(
    ({ role, hubId }) => role === 'NATIONAL_ADMIN' || (role === 'HUB_COORDINATOR' && hubId !== null),
  )
}

/** A role somewhere: what an invitation offers and a membership gives. */
export interface Grant {
  role: Role
  hubId: string | null
  /** Where the place lies, for a place editor; where the organisation works, for a helper */
  departmentCode: string | null
  /** For a helper; none when nobody of her structure came before */
  organisationId?: string | null
}

/** The roles that each role may give and take back, where it holds itself. What is not written here is refused. */
const givable: Readonly<Record<Role, readonly Role[]>> = {
  NATIONAL_ADMIN: ['NATIONAL_ADMIN', 'HUB_COORDINATOR', 'HUB_EDITOR', 'READER', 'PLACE_EDITOR', 'HELPER'],
  HUB_COORDINATOR: ['HUB_COORDINATOR', 'HUB_EDITOR', 'READER', 'PLACE_EDITOR', 'HELPER'],
  HUB_EDITOR: [],
  PLACE_EDITOR: [],
  READER: [],
  HELPER: ['HELPER'],
}

/** Whether this person may give this role there, or take it back from somebody else. */
export function mayGrant(user: CurrentUser, grant: Grant): boolean {
  return user.memberships.some(
    (membership) => givable[membership.role].includes(grant.role) && coversGrant(membership, grant),
  )
}

function coversGrant(membership: UserMembership, { hubId, departmentCode, organisationId = null }: Grant): boolean {
  if (membership.role === 'NATIONAL_ADMIN') return true
  if (membership.role === 'HELPER') return organisationId !== null && membership.organisationId === organisationId
  if (membership.hubId === null) return false
  if (hubId !== null) return membership.hubId === hubId
  return departmentCode !== null && membership.departmentCodes.includes(departmentCode)
}

/** The roles that this person may give in the back office, the widest first; helpers are invited by their colleagues. */
export function rolesToGive(user: CurrentUser): Exclude<Role, 'HELPER'>[] {
  const given = new Set(user.memberships.flatMap(({ role, hubId }) => (isSomewhere(role, hubId) ? givable[role] : [])))
  return givable.NATIONAL_ADMIN.filter((role) => role !== 'HELPER').filter((role) => given.has(role))
}

const isSomewhere = (role: Role, hubId: string | null) => role === 'NATIONAL_ADMIN' || hubId !== null

/** Whether this person follows who has which role, where she may give them. */
export const mayManagePeople = (user: CurrentUser): boolean => rolesToGive(user).length > 0

/** Whether this person may read what everybody did. */
export function mayReadAudit(user: CurrentUser): boolean {
  return user.memberships.some(({ role }) => role === 'NATIONAL_ADMIN')
}

/** Whether this person may take away the second factor that somebody lost. */
export function mayResetSecondFactor(user: CurrentUser): boolean {
  return user.memberships.some(({ role }) => role === 'NATIONAL_ADMIN')
}

/** Whether this person may see what mail waits, and send again what could not leave. */
export function mayReadMail(user: CurrentUser): boolean {
  return user.memberships.some(({ role }) => role === 'NATIONAL_ADMIN')
}
