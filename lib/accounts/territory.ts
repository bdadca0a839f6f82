import { type CurrentUser, mayManagePeople, mayOnPlace, type PlaceAction, roleAllows } from './permissions'

/** Where somebody sees places in the back office: lists are narrowed to it in the query itself. */
export interface Territory {
  everywhere: boolean
  departmentCodes: string[]
  placeIds: string[]
}

/** The places that a person may do this to. Nobody, or somebody without a role, has an empty territory. */
export function territoryOf(user: CurrentUser, action: PlaceAction = 'read'): Territory {
  const holding = user.memberships.filter(({ role }) => roleAllows(role, action))
  return {
    everywhere: holding.some(({ role }) => role === 'NATIONAL_ADMIN'),
    departmentCodes: [
      ...new Set(holding.flatMap(({ hubId, departmentCodes }) => (hubId ? departmentCodes : []))),
    ].sort(),
    placeIds: [...new Set(holding.flatMap(({ placeId }) => placeId ?? []))].sort(),
  }
}

/** True when the back office has anything to show this person. */
export function hasTerritory(user: CurrentUser): boolean {
  const { everywhere, departmentCodes, placeIds } = territoryOf(user)
  return everywhere || departmentCodes.length > 0 || placeIds.length > 0
}

/** True when this person may add places somewhere. */
export function mayCreateSomewhere(user: CurrentUser): boolean {
  const { everywhere, departmentCodes } = territoryOf(user)
  return everywhere || departmentCodes.some((departmentCode) => mayOnPlace(user, 'create', { departmentCode }))
}

/** Whose roles somebody follows: those of these hubs, and those of the places of these départements. */
export interface PeopleScope {
  everywhere: boolean
  hubIds: string[]
  departmentCodes: string[]
}

/** The people that somebody may invite, see and take roles back from. Nobody, for whoever manages no one. */
export function peopleScopeOf(user: CurrentUser): PeopleScope {
  const managing = user.memberships.filter((membership) => mayManagePeople({ ...user, memberships: [membership] }))
  return {
    everywhere: managing.some(({ role }) => role === 'NATIONAL_ADMIN'),
    hubIds: [...new Set(managing.flatMap(({ hubId }) => hubId ?? []))].sort(),
    departmentCodes: [
      ...new Set(managing.flatMap(({ hubId, departmentCodes }) => (hubId ? departmentCodes : []))),
    ].sort(),
  }
}

/** Where somebody says who joins as a helper: the structures of these départements, and her own organisations. */
export interface JoiningScope {
  everywhere: boolean
  departmentCodes: string[]
  organisationIds: string[]
}

/** The helpers whom somebody lets in. Nobody, for whoever neither coordinates nor helps. */
export function joiningScopeOf(user: CurrentUser): JoiningScope {
  const { everywhere, departmentCodes } = peopleScopeOf(user)
  return { everywhere, departmentCodes, organisationIds: organisationsOf(user) }
}

/** The organisations that somebody helps people for, in the order in which she joined them. */
export function organisationsOf(user: CurrentUser): string[] {
  return user.memberships.flatMap(({ role, organisationId }) => (role === 'HELPER' && organisationId) || [])
}

/** True when this person may change places somewhere. */
export function mayEditSomewhere(user: CurrentUser): boolean {
  const { everywhere, departmentCodes, placeIds } = territoryOf(user, 'edit')
  return everywhere || departmentCodes.length > 0 || placeIds.length > 0
}
