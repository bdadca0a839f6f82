'use server'

import { askPasswordLink } from '@/lib/accounts/recovery/mutations'
import { forgottenPasswordInput } from '@/lib/accounts/schema'
import { requestAddress } from '@/lib/auth'
import { publicFormAction } from '@/lib/form-action'

export const forgottenPasswordAction = publicFormAction(forgottenPasswordInput, async ({ email }) => {
  await askPasswordLink(email, await requestAddress())
  return {
    tone: 'success',
    message: `Si un compte a l’adresse ${email}, un message part dans un instant. Le lien qu’il contient marche 24 heures. Regardez aussi dans les indésirables.`,
  }
})
