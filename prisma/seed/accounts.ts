import { createUser, type NewMembership } from '@/lib/accounts/mutations'
import type { Transaction } from '@/lib/db'
import { ensureOrganisation } from '@/lib/organisations/mutations'

interface DemoAccount {
  email: string
  name: string
  /** What the account is for, said to whoever starts the site */
  purpose: string
  /** Of a helper, without the organisation: that of the demonstration; of a place's editor, without the place */
  membership: NewMembership
}

/** Where the demonstration helper works, in Tours; its SIRET is nobody's. */
const demoOrganisation = {
  name: 'Centre social (démonstration)',
  siret: '99999999900017',
  communeCode: '37261',
  isDemo: true,
}

const placeEditor = 'lieu@example.org'

/** One a role that has a screen. */
export const demoAccounts: DemoAccount[] = [
  {
    email: 'coordination@example.org',
    name: 'Coordination de Hub-Lo',
    purpose: 'coordinator of Hub-Lo (Centre-Val de Loire)',
    membership: { role: 'HUB_COORDINATOR', hubSlug: 'hub-lo' },
  },
  {
    email: 'bretagne@example.org',
    name: 'Coordination du Hub Bretagne',
    purpose: 'coordinator of Hub Bretagne',
    membership: { role: 'HUB_COORDINATOR', hubSlug: 'hub-bretagne' },
  },
  {
    email: 'lecture@example.org',
    name: 'Lecture pour Hub-Lo',
    purpose: 'reader of Hub-Lo, who changes nothing',
    membership: { role: 'READER', hubSlug: 'hub-lo' },
  },
  {
    email: 'administration@example.org',
    name: 'Administration nationale',
    purpose: 'national administrator',
    membership: { role: 'NATIONAL_ADMIN' },
  },
  {
    email: 'orientation@example.org',
    name: 'Aide sociale (démonstration)',
    purpose: 'helper of a social centre in Tours, who refers people',
    membership: { role: 'HELPER' },
  },
  {
    email: placeEditor,
    name: 'Médiation numérique (démonstration)',
    purpose: 'mediator of a place in Tours, who answers to referrals',
    membership: { role: 'PLACE_EDITOR' },
  },
]

/** Creates the demonstration accounts, or finishes doing so; the hubs must be there. */
export async function seedAccounts(password: string): Promise<void> {
  const organisationId = await ensureOrganisation(demoOrganisation)
  for (const { email, name, membership } of demoAccounts) {
    if (membership.role === 'PLACE_EDITOR') {
      // Places come later: `seedPlaceEditor` says which is hers.
      await createUser({ email, name, password, memberships: [], isDemo: true })
      continue
    }
    const memberships = [membership.role === 'HELPER' ? { ...membership, organisationId } : membership]
    await createUser({ email, name, password, memberships, isDemo: true })
  }
}

/** Gives the demonstration mediator a place to answer for, near the helper's: the demonstration places must be there. */
export async function seedPlaceEditor(tx: Transaction): Promise<void> {
  const { id: placeId } = await tx.place.findFirstOrThrow({
    where: { isDemo: true, status: 'PUBLISHED', takesReferrals: true, communeCode: demoOrganisation.communeCode },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  await tx.user.update({
    where: { email: placeEditor },
    data: { memberships: { create: { role: 'PLACE_EDITOR', placeId } } },
  })
}
