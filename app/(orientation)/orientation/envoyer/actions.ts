'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/form-action'
import { sendInput } from '@/lib/referrals/schema'
import { sendReferral } from '@/lib/referrals/sending/mutations'

export const sendAction = formAction(sendInput, async (input, user) => {
  const { id } = await sendReferral(user, input)
  redirect(`/orientation/suivi/${id}/envoyee`)
})
