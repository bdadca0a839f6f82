'use server'

import { redirect } from 'next/navigation'
import { localPath } from '@/lib/accounts/return-path'
import { signInInput } from '@/lib/accounts/schema'
import { requestAddress, requestDevice, signIn, signOut } from '@/lib/auth'
import { checkOrigin, publicFormAction } from '@/lib/form-action'

export const signInAction = publicFormAction(signInInput, async ({ email, password, returnTo }) => {
  await signIn(email, password, await requestAddress(), await requestDevice())
  redirect(localPath(returnTo))
})

export async function signOutAction(): Promise<void> {
  await checkOrigin()
  await signOut()
  redirect('/connexion')
}
