import { createUser, type NewMembership } from '@/lib/accounts/mutations'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { membershipsOf } from '@/lib/accounts/queries'
import { db } from '@/lib/db'
import type { PlaceInput } from '@/lib/places/schema'
import { placeInput } from '@/lib/places/schema'

/** A hub over these départements, which exist in every test database. */
export async function makeHub(slug: string, departmentCodes: string[]): Promise<string> {
  const { id } = await db.hub.create({
    data: {
      slug,
      name: slug,
      latitude: 47.5,
      longitude: 1.5,
      departments: { create: departmentCodes.map((departmentCode) => ({ departmentCode })) },
    },
    select: { id: true },
  })
  return id
}

/** Somebody with these memberships, as a signed-in request knows them. */
export async function makeUser(email: string, ...memberships: NewMembership[]): Promise<CurrentUser> {
  const name = email.split('@')[0] ?? email
  const { id } = await createUser({ email, name, memberships })
  return { id, email, name, memberships: await membershipsOf(id) }
}

/** A place in Blois with one service, but for what is said otherwise, as its form would send it. */
export function placeNamed(name: string, fields: Record<string, unknown> = {}): PlaceInput {
  return placeInput.parse({
    kind: 'MEDIATION',
    name,
    address: '1 rue de la Paix',
    postcode: '41000',
    communeCode: '41018',
    latitude: '47.586',
    longitude: '1.336',
    precision: 'ADDRESS',
    services: { EMPLOYMENT: { offered: 'on', fees: ['FREE'] } },
    ...fields,
  })
}
