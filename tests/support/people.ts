import { createUser, type NewMembership } from '@/lib/accounts/mutations'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { membershipsOf } from '@/lib/accounts/queries'
import { db } from '@/lib/db'

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
