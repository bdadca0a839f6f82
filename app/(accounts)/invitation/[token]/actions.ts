'use server'

import { redirect } from 'next/navigation'
import { acceptAsNewcomer, acceptInvitation } from '@/lib/accounts/invitations/accepting/mutations'
import { invitationToken, newcomerInput } from '@/lib/accounts/invitations/schema'
import { deskOf } from '@/lib/accounts/queries'
import { requestAddress, signOut } from '@/lib/auth'
import { checkOrigin, formAction, publicFormAction } from '@/lib/form-action'
import { firstValue, readForm } from '@/lib/form-state'
import { addressLimits } from '@/lib/throttle/limits'
import { countAttempt } from '@/lib/throttle/mutations'

export const joinAction = publicFormAction(newcomerInput, async ({ token, name, password }) => {
  await countAttempt(addressLimits(await requestAddress()))
  await acceptAsNewcomer(token, name, password)
  redirect('/connexion?motDePasse=choisi')
})

export const acceptAction = formAction(invitationToken, async ({ token }, user) => {
  await acceptInvitation(user, token)
  redirect(await deskOf(user.id))
})

/** For whoever is here with another account: back to the same invitation, as nobody. */
export async function leaveAction(form: FormData): Promise<void> {
  await checkOrigin()
  await signOut()
  redirect(`/invitation/${encodeURIComponent(firstValue(readForm(form), 'token'))}`)
}
