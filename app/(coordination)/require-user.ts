import 'server-only'
import { redirect } from 'next/navigation'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { signInPath } from '@/lib/accounts/return-path'
import { currentUser } from '@/lib/auth'

/** Who is asking for a page of the back office; whoever is not signed in signs in first, then comes back to it. */
export async function requireUser(path: string): Promise<CurrentUser> {
  return (await currentUser()) ?? redirect(signInPath(path))
}
