import 'server-only'
import { redirect } from 'next/navigation'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { signInPath, stepPath } from '@/lib/accounts/return-path'
import { type SignedIn, signedIn } from '@/lib/auth'

/** Who is asking for a page of the back office; whoever is not signed in signs in first, then comes back to it. */
export async function requireUser(path: string): Promise<CurrentUser> {
  return (await requireSession(path)).user
}

/** The same, with the session: for what one does to one's own account. */
export async function requireSession(path: string): Promise<SignedIn> {
  const signed = await signedIn()
  if (!signed) redirect(signInPath(path))
  if (signed.step !== 'DONE') redirect(stepPath(signed.step, path))
  return signed
}
