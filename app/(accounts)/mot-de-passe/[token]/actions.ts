'use server'

import { redirect } from 'next/navigation'
import { setPasswordByLink } from '@/lib/accounts/mutations'
import { newPasswordInput } from '@/lib/accounts/schema'
import { requestAddress } from '@/lib/auth'
import { publicFormAction } from '@/lib/form-action'
import { addressLimits } from '@/lib/throttle/limits'
import { countAttempt } from '@/lib/throttle/mutations'

export const setPasswordAction = publicFormAction(newPasswordInput, async ({ token, password }) => {
  await countAttempt(addressLimits(await requestAddress()))
  await setPasswordByLink(token, password)
  redirect('/connexion?motDePasse=choisi')
})
