'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/form-action'
import { bookSeat, returnSeat } from '@/lib/workshops/seats/mutations'
import { seatInput, seatReturn } from '@/lib/workshops/seats/schema'
import { referralPath } from './find-referral'

export const bookSeatAction = formAction(seatInput, async (seat, user) => {
  const status = await bookSeat(user, seat)
  redirect(`${referralPath(seat.referralId)}?fait=${status === 'BOOKED' ? 'place-retenue' : 'place-attendue'}#places`)
})

export const returnSeatAction = formAction(seatReturn, async (seat, user) => {
  await returnSeat(user, seat)
  redirect(`${referralPath(seat.referralId)}?fait=place-rendue#places`)
})
