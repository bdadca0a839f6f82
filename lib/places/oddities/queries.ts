import 'server-only'
import { type CurrentUser, mayOnPlace } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import type { Oddity } from '@/lib/form-state'
import type { Position } from '@/lib/territory/distance'
import { getCommune } from '@/lib/territory/queries'
import { addressOddities } from './address'

/** What does not go together in an address. */
export async function addressOdditiesOf(
  address: Position & { postcode: string; communeCode: string },
): Promise<Oddity[]> {
  const commune = await getCommune(address.communeCode)
  return commune ? addressOddities(address, commune).map((text) => ({ text })) : []
}

/** The other places that bear a number of the register; those that she may not read, and are not public, without their name. */
export async function pivotOdditiesOf(user: CurrentUser, pivot: string, placeId: string): Promise<Oddity[]> {
  const places = await db.place.findMany({
    where: { pivot, id: { not: placeId }, status: { not: 'ARCHIVED' } },
    select: { id: true, name: true, status: true, commune: { select: { name: true, departmentCode: true } } },
    orderBy: { id: 'asc' },
    take: 5,
  })
  return places.map(({ id, name, status, commune }) => {
    if (mayOnPlace(user, 'read', { id, departmentCode: commune.departmentCode })) {
      return { text: `${name}, ${commune.name}, porte déjà ce numéro.`, href: `/coordination/lieux/${id}` }
    }
    return status === 'PUBLISHED'
      ? { text: `${name}, ${commune.name}, porte déjà ce numéro.`, href: `/lieux/${id}` }
      : { text: 'Un lieu d’un autre territoire porte déjà ce numéro.' }
  })
}
