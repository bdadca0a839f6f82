'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { fromItsPresentVersion } from '@/app/from-its-present-version'
import { revealedPerson } from '@/app/revealed-person'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { formAction } from '@/lib/form-action'
import { eraseReferral } from '@/lib/referrals/erasure/mutations'
import { moveReferral, redirectReferral } from '@/lib/referrals/mutations'
import { readPerson, savePerson } from '@/lib/referrals/person/mutations'
import { messageInput, moveInput, personInput, redirectInput } from '@/lib/referrals/schema'
import { writeMessage } from '@/lib/referrals/timeline/mutations'
import { referralPath } from './find-referral'

const helper = (user: CurrentUser) => ({ side: 'HELPER', user }) as const
const donePath = (id: string, done: string) => `${referralPath(id)}?fait=${done}`

export const moveAction = formAction(moveInput, async (input, user, values) => {
  const changed = await fromItsPresentVersion(() => moveReferral(helper(user), input), values)
  return changed ?? redirect(donePath(input.id, input.action))
})

/** All that is known of the person goes along: she agrees again. */
const helperRedirection = redirectInput.extend({
  agreed: z.literal('on', 'Demandez d’abord à la personne si elle est d’accord pour ce lieu.'),
})

export const redirectAction = formAction(helperRedirection, async (input, user, values) => {
  let id = ''
  const changed = await fromItsPresentVersion(async () => {
    id = (await redirectReferral(helper(user), input)).id
  }, values)
  return changed ?? redirect(`${referralPath(id)}/envoyee`)
})

export const messageAction = formAction(messageInput, async (input, user) => {
  await writeMessage(helper(user), input)
  redirect(donePath(input.id, 'message'))
})

export const savePersonAction = formAction(personInput, async (input, user, values) => {
  const changed = await fromItsPresentVersion(() => savePerson(helper(user), input), values)
  return changed ?? redirect(donePath(input.id, 'person'))
})

/** Who the person is, in the answer to the form and nowhere else: reading it is written down first. */
export const revealAction = formAction(z.object({ id: z.uuid() }), async ({ id }, user) => {
  return revealedPerson(await readPerson(helper(user), id))
})

/** The person asked for it: all that tells of her goes at once. */
export const eraseAction = formAction(z.object({ id: z.uuid() }), async ({ id }, user) => {
  await eraseReferral(helper(user), id)
  redirect(donePath(id, 'erased'))
})
