'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { fromItsPresentVersion } from '@/app/from-its-present-version'
import { revealedPerson } from '@/app/revealed-person'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { formAction } from '@/lib/form-action'
import { eraseReferral } from '@/lib/referrals/erasure/mutations'
import { moveReferral, redirectReferral } from '@/lib/referrals/mutations'
import { readPerson } from '@/lib/referrals/person/mutations'
import { messageInput, moveInput, redirectInput } from '@/lib/referrals/schema'
import { writeMessage } from '@/lib/referrals/timeline/mutations'
import { noteSessions } from '@/lib/vouchers/mutations'
import { sessionsInput } from '@/lib/vouchers/schema'
import { receivedPath } from './find-received'

const place = (user: CurrentUser) => ({ side: 'PLACE', user }) as const
const donePath = (id: string, done: string) => `${receivedPath(id)}?fait=${done}`

export const moveAction = formAction(moveInput, async (input, user, values) => {
  const changed = await fromItsPresentVersion(() => moveReferral(place(user), input), values)
  if (input.action === 'SEE') redirect(receivedPath(input.id))
  return changed ?? redirect(donePath(input.id, input.action))
})

export const redirectAction = formAction(redirectInput, async (input, user, values) => {
  const changed = await fromItsPresentVersion(() => redirectReferral(place(user), input), values)
  return changed ?? redirect(donePath(input.id, 'REDIRECT'))
})

export const messageAction = formAction(messageInput, async (input, user) => {
  await writeMessage(place(user), input)
  redirect(donePath(input.id, 'message'))
})

export const sessionsAction = formAction(sessionsInput, async (input, user) => {
  await noteSessions(place(user), input)
  redirect(`${donePath(input.id, 'seances')}#pass`)
})

/** Who the person is: reading it is written down first. */
export const revealAction = formAction(z.object({ id: z.uuid() }), async ({ id }, user) =>
  revealedPerson(await readPerson(place(user), id)),
)

/** The person asked for it: all that tells of her goes at once, and the referral leaves the inbox. */
export const eraseAction = formAction(z.object({ id: z.uuid() }), async ({ id }, user) => {
  await eraseReferral(place(user), id)
  redirect(donePath(id, 'erased'))
})
