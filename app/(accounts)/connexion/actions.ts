'use server'

import { redirect } from 'next/navigation'
import { deskOf } from '@/lib/accounts/queries'
import { localPath } from '@/lib/accounts/return-path'
import { signInInput } from '@/lib/accounts/schema'
import { seal } from '@/lib/accounts/second-factor/vault'
import { requestAddress, requestDevice, signIn, signOut } from '@/lib/auth'
import { checkOrigin, publicFormAction } from '@/lib/form-action'
import { keep } from './proconnect/kept'

export const signInAction = publicFormAction(signInInput, async ({ email, password, returnTo }) => {
  const userId = await signIn(email, password, await requestAddress(), await requestDevice())
  redirect(returnTo ? localPath(returnTo) : await deskOf(userId))
})

export async function signOutAction(): Promise<void> {
  await checkOrigin()
  const idToken = await signOut()
  if (idToken !== null) {
    await keep('out', await seal(idToken), 60)
    redirect('/connexion/proconnect/deconnexion')
  }
  redirect('/connexion')
}
