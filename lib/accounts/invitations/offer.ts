import type { Role } from '@/prisma/client/enums'
import { type CurrentUser, mayGrant } from '../permissions'

/** What an invitation offers: a role of a hub, of these places, or of an organisation. */
export interface Offered {
  role: Role
  hubId: string | null
  organisation?: { id: string; commune: { departmentCode: string } | null } | null
  places: readonly { place: { commune: { departmentCode: string } } }[]
}

/** Whether this person may give all that an invitation offers. */
export function mayOffer(user: CurrentUser, { role, hubId, places, organisation }: Offered): boolean {
  if (role === 'HELPER') {
    if (!organisation) return false
    const departmentCode = organisation.commune?.departmentCode ?? null
    return mayGrant(user, { role, hubId: null, departmentCode, organisationId: organisation.id })
  }
  if (role !== 'PLACE_EDITOR') return mayGrant(user, { role, hubId, departmentCode: null })
  const codes = places.map(({ place }) => place.commune.departmentCode)
  return codes.length > 0 && codes.every((departmentCode) => mayGrant(user, { role, hubId: null, departmentCode }))
}
