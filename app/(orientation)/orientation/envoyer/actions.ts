'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/form-action'
import { askAgreement } from '@/lib/organisations/agreements/mutations'
import { agreementAsk } from '@/lib/organisations/agreements/schema'
import { sendInput } from '@/lib/referrals/schema'
import { sendPath } from '@/lib/referrals/send-path'
import { sendReferral } from '@/lib/referrals/sending/mutations'

export const sendAction = formAction(sendInput, async (input, user) => {
  const { id } = await sendReferral(user, input)
  redirect(`/orientation/suivi/${id}/envoyee`)
})

export const askAgreementAction = formAction(agreementAsk, async (input, user) => {
  await askAgreement(user, input)
  redirect(sendPath(input.placeId))
})
