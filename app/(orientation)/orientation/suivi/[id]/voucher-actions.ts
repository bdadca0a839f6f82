'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/form-action'
import { giveBooklet, takeBackBooklet } from '@/lib/vouchers/mutations'
import { bookletInput, takingBack } from '@/lib/vouchers/schema'
import { referralPath } from './find-referral'

export const giveAction = formAction(bookletInput, async (booklet, user) => {
  await giveBooklet({ side: 'HELPER', user }, booklet)
  redirect(`${referralPath(booklet.id)}?fait=carnet#pass`)
})

export const takeBackAction = formAction(takingBack, async (booklet, user) => {
  await takeBackBooklet({ side: 'HELPER', user }, booklet)
  redirect(`${referralPath(booklet.id)}?fait=retrait#pass`)
})
