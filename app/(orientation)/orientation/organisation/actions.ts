'use server'

import { redirect } from 'next/navigation'
import { invite, resendInvitation, revokeInvitation } from '@/lib/accounts/invitations/mutations'
import { colleagueInvitation, invitationAnswer } from '@/lib/accounts/invitations/schema'
import { answerJoining } from '@/lib/accounts/joining/answering/mutations'
import { joiningAnswer } from '@/lib/accounts/joining/schema'
import { removeMembership } from '@/lib/accounts/people/mutations'
import { membershipRemoval } from '@/lib/accounts/people/schema'
import { formAction } from '@/lib/form-action'
import { leaveOrganisation, saveProfession } from '@/lib/organisations/mutations'
import { leaving, professionInput } from '@/lib/organisations/schema'

const path = '/orientation/organisation'

export const inviteAction = formAction(colleagueInvitation, async (input, user) => {
  await invite(user, input)
  redirect(`${path}?fait=invitation`)
})

export const resendAction = formAction(invitationAnswer, async ({ id }, user) => {
  await resendInvitation(user, id)
  redirect(`${path}?fait=renvoi`)
})

export const revokeAction = formAction(invitationAnswer, async ({ id }, user) => {
  await revokeInvitation(user, id)
  redirect(`${path}?fait=annulation`)
})

export const answerAction = formAction(joiningAnswer, async (answer, user) => {
  await answerJoining(user, answer)
  redirect(`${path}?fait=${answer.decision === 'accept' ? 'acceptee' : 'refusee'}`)
})

export const removeAction = formAction(membershipRemoval, async ({ id }, user) => {
  await removeMembership(user, id)
  redirect(`${path}?fait=retrait`)
})

export const professionAction = formAction(professionInput, async (input, user) => {
  await saveProfession(user, input)
  redirect(`${path}?fait=metier`)
})

export const leaveAction = formAction(leaving, async ({ organisationId, knowsLast }, user) => {
  await leaveOrganisation(user, organisationId, knowsLast)
  redirect(`${path}?fait=depart`)
})
