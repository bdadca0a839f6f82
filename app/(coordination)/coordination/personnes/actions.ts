'use server'

import { redirect } from 'next/navigation'
import { invite, resendInvitation, revokeInvitation } from '@/lib/accounts/invitations/mutations'
import { invitationAnswer, invitationInput, placeSearch } from '@/lib/accounts/invitations/schema'
import { answerJoining, setHubApproval } from '@/lib/accounts/joining/answering/mutations'
import { hubApproval, joiningAnswer } from '@/lib/accounts/joining/schema'
import { changeRole, removeMembership } from '@/lib/accounts/people/mutations'
import { findPlacesToGive } from '@/lib/accounts/people/queries'
import { membershipRemoval, roleChange } from '@/lib/accounts/people/schema'
import { resetSecondFactor } from '@/lib/accounts/second-factor/mutations'
import { secondFactorReset } from '@/lib/accounts/second-factor/schema'
import { currentUser } from '@/lib/auth'
import { formAction } from '@/lib/form-action'
import { type FormState, firstValue, formObject, readForm } from '@/lib/form-state'
import { answerAgreement, changeAgreement } from '@/lib/organisations/agreements/mutations'
import { agreementChange } from '@/lib/organisations/agreements/schema'

const path = '/coordination/personnes'

const send = formAction(invitationInput, async (input, user) => {
  await invite(user, input)
  redirect(`${path}?fait=invitation`)
})

const find = formAction(placeSearch, async () => ({}))

/** Sends the invitation, or only looks for places to choose from; the places found stay in sight either way. */
export async function inviteAction(state: FormState, form: FormData): Promise<FormState> {
  const values = readForm(form)
  const isSearch = firstValue(values, 'intent') === 'find' && firstValue(values, 'q').trim() !== ''
  const next = await (isSearch ? find : send)(state, form)
  const [user, search] = [await currentUser(), placeSearch.safeParse(formObject(next.values))]
  if (!user || !search.success) return next
  return { ...next, candidates: await findPlacesToGive(user, search.data.q, search.data.placeIds) }
}

export const resendInvitationAction = formAction(invitationAnswer, async ({ id }, user) => {
  await resendInvitation(user, id)
  redirect(`${path}?fait=renvoi`)
})

export const revokeInvitationAction = formAction(invitationAnswer, async ({ id }, user) => {
  await revokeInvitation(user, id)
  redirect(`${path}?fait=annulation`)
})

export const answerJoiningAction = formAction(joiningAnswer, async (answer, user) => {
  await answerJoining(user, answer)
  redirect(`${path}?fait=${answer.decision === 'accept' ? 'acceptee' : 'refusee'}`)
})

export const answerAgreementAction = formAction(joiningAnswer, async (answer, user) => {
  await answerAgreement(user, answer)
  redirect(`${path}?fait=${answer.decision === 'accept' ? 'accord' : 'refus'}`)
})

export const changeAgreementAction = formAction(agreementChange, async (change, user) => {
  await changeAgreement(user, change)
  redirect(`${path}?fait=${change.decision === 'accept' ? 'accord' : 'accord-retire'}`)
})

export const setApprovalAction = formAction(hubApproval, async (choice, user) => {
  await setHubApproval(user, choice)
  redirect(`${path}?fait=aidants`)
})

export const removeMembershipAction = formAction(membershipRemoval, async ({ id }, user, values) => {
  await removeMembership(user, id)
  redirect(`${pathOf(firstValue(values, 'person'))}?fait=retrait`)
})

export const changeRoleAction = formAction(roleChange, async ({ id, role }, user, values) => {
  await changeRole(user, id, role)
  redirect(`${pathOf(firstValue(values, 'person'))}?fait=role`)
})

export const resetSecondFactorAction = formAction(secondFactorReset, async ({ person }, user) => {
  await resetSecondFactor(user, person)
  redirect(`${pathOf(person)}?fait=seconde-etape`)
})

/** Back to the person, unless her last role here is gone: the list then. */
const pathOf = (person: string) => (person ? `${path}/${encodeURIComponent(person)}` : path)
