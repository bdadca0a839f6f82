'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/lib/form-action'
import { askAgreement } from '@/lib/organisations/agreements/mutations'
import { agreementAsk } from '@/lib/organisations/agreements/schema'
import { sendInput } from '@/lib/referrals/schema'
import { sendReferral } from '@/lib/referrals/sending/mutations'

export const sendAction = formAction(sendInput, async (input, user) => {
  const { id } = await sendReferral(user, input)
  redirect(`/orientation/suivi/${id}/envoyee`)
})

export const askAgreementAction = formAction(agreementAsk, async (input, user) => {
  await askAgreement(user, input)
  // The page is not left: the need that its address holds stays, and with JavaScript what is being written above.
  refresh()
  const t = await getTranslations('referral.agreement')
  return { message: t('done'), tone: 'success' }
})
