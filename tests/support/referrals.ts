import { db } from '@/lib/db'
import { moveInput, sendInput } from '@/lib/referrals/schema'
import { makeUser } from './people'
import { storedPlace } from './stored-place'

/** A structure whose helpers refer people. */
export async function makeOrganisation(name = 'CCAS de Blois'): Promise<string> {
  return (await db.organisation.create({ data: { name, communeCode: '41018' }, select: { id: true } })).id
}

/** Somebody who helps in a structure. */
export const makeHelper = (email: string, organisationId: string) => makeUser(email, { role: 'HELPER', organisationId })

/** A published place of Blois that takes referrals, with an e-mail; with an account once somebody edits it. */
export async function makeReceivingPlace(name: string, fields: Record<string, unknown> = {}): Promise<string> {
  const { id } = await db.place.create({
    data: {
      ...storedPlace,
      name,
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
