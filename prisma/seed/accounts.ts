import { createUser, type NewMembership } from '@/lib/accounts/mutations'
import { ensureOrganisation } from '@/lib/organisations/mutations'

interface DemoAccount {
  email: string
  name: string
  /** What the account is for, said to whoever starts the site */
  purpose: string
  /** Of a helper, without the organisation: that of the demonstration */
  membership: NewMembership
}

/** Where the demonstration helper works, in Tours; its SIRET is nobody's. */
const demoOrganisation = {
  name: 'Centre social (démonstration)',
  siret: '99999999900017',
  communeCode: '37261',
  isDemo: true,
}

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
]

/** Creates the demonstration accounts, or finishes doing so; the hubs must be there. */
export async function seedAccounts(password: string): Promise<void> {
  const organisationId = await ensureOrganisation(demoOrganisation)
  for (const { email, name, membership } of demoAccounts) {
    const memberships = [membership.role === 'HELPER' ? { ...membership, organisationId } : membership]
    await createUser({ email, name, password, memberships, isDemo: true })
  }
}
