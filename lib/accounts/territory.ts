import { type CurrentUser, mayOnPlace } from './permissions'

/** Where somebody sees places in the back office: lists are narrowed to it in the query itself. */
export interface Territory {
  everywhere: boolean
  departmentCodes: string[]
  placeIds: string[]
}

/** The places that a person may read. Nobody, or somebody without a role, has an empty territory. */
export function territoryOf(user: CurrentUser): Territory {
  const readers = user.memberships.filter(({ role }) => role !== 'HELPER')
  return {
    everywhere: readers.some(({ role }) => role === 'NATIONAL_ADMIN'),
    departmentCodes: [
      ...new Set(readers.flatMap(({ hubId, departmentCodes }) => (hubId ? departmentCodes : []))),
    ].sort(),
    placeIds: [...new Set(readers.flatMap(({ placeId }) => placeId ?? []))].sort(),
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
