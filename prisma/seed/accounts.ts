import { createUser, type NewMembership } from '@/lib/accounts/mutations'

interface DemoAccount {
  email: string
  name: string
  /** What the account is for, said to whoever starts the site */
  purpose: string
  membership: NewMembership
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
]

/** Creates the demonstration accounts, or finishes doing so; the hubs must be there. */
export async function seedAccounts(password: string): Promise<void> {
  for (const { email, name, membership } of demoAccounts) {
    await createUser({ email, name, password, memberships: [membership], isDemo: true })
  }
}
