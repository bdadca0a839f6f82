import { createUser } from '@/lib/accounts/mutations'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { membershipsOf } from '@/lib/accounts/queries'
import { db } from '@/lib/db'
import { moveInput, sendInput } from '@/lib/referrals/schema'
import { makeUser } from './people'

/** A structure whose helpers refer people. */
export async function makeOrganisation(name = 'CCAS de Blois'): Promise<string> {
  return (await db.organisation.create({ data: { name, communeCode: '41018' }, select: { id: true } })).id
}

/** Somebody who helps in a structure. */
export async function makeHelper(email: string, organisationId: string): Promise<CurrentUser> {
  const { id } = await createUser({ email, name: email.split('@')[0] ?? email, memberships: [] })
  await db.membership.create({ data: { userId: id, role: 'HELPER', organisationId } })
  return { id, email, name: email, memberships: await membershipsOf(id) }
}

/** A published place of Blois that takes referrals, with an e-mail; with an account once somebody edits it. */
export async function makeReceivingPlace(name: string, fields: Record<string, unknown> = {}): Promise<string> {
  const { id } = await db.place.create({
    data: {
      kind: 'MEDIATION',
      status: 'PUBLISHED',
      publishedAt: new Date(),
      name,
      address: '1 rue de la Paix',
      postcode: '41000',
      communeCode: '41018',
      latitude: 47.586,
      longitude: 1.336,
      precision: 'ADDRESS',
      takesReferrals: true,
      emails: ['accueil@example.org'],
      services: { create: { service: 'EMPLOYMENT' } },
      ...fields,
    },
    select: { id: true },
  })
  return id
}

/** Somebody who answers for a place. */
export const makeEditor = (email: string, placeId: string) => makeUser(email, { role: 'PLACE_EDITOR', placeId })

/** A referral as its form sends it, without a name unless one is given. */
export const referralTo = (placeId: string, fields: Record<string, unknown> = {}) =>
  sendInput.parse({ placeId, services: ['EMPLOYMENT'], agreed: 'on', ...fields })

/** What a side does, as its form sends it. */
export const doing = (action: string, id: string, version: number, fields: Record<string, unknown> = {}) =>
  moveInput.parse({ action, id, version: String(version), ...fields })
