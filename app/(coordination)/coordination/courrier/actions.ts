'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { formAction } from '@/lib/form-action'
import { resendMail } from '@/lib/mail/mutations'

export const resendMailAction = formAction(z.object({ id: z.uuid() }), async ({ id }, user) => {
  await resendMail(user, id)
  redirect('/coordination/courrier?fait=renvoi')
})
