'use server'

import { redirect } from 'next/navigation'
import { joinAs, joinAsNewcomer } from '@/lib/accounts/joining/confirming/mutations'
import { askToJoin } from '@/lib/accounts/joining/mutations'
import { joiningInput, joiningToken, newHelperInput } from '@/lib/accounts/joining/schema'
import { requestAddress, requestDevice, signIn, signOut } from '@/lib/auth'
import { checkOrigin, formAction, publicFormAction } from '@/lib/form-action'
import { firstValue, readForm } from '@/lib/form-state'
import { addressLimits } from '@/lib/throttle/limits'
import { countAttempt } from '@/lib/throttle/mutations'
import { communeOf } from './commune-of'

const path = '/orientation/rejoindre'

/** Answers the same whether the address has an account or not. */
export const askAction = publicFormAction(joiningInput, async (input) => {
  const commune = await communeOf(input.lieu)
  if ('problem' in commune) return { errors: { lieu: commune.problem } }
  await askToJoin(input, commune.code, await requestAddress())
  redirect(`${path}?fait=envoi`)
})

const board = { JOINED: '/orientation/suivi', WAITING: '/orientation/organisation?fait=confirmee' } as const

export const openAction = publicFormAction(newHelperInput, async ({ token, password }) => {
  const address = await requestAddress()
  await countAttempt(addressLimits(address))
  const { email, joined } = await joinAsNewcomer(token, password)
  await signIn(email, password, address, await requestDevice())
  redirect(board[joined])
})

export const confirmAction = formAction(joiningToken, async ({ token }, user) => {
  redirect(board[await joinAs(user, token)])
})

/** For whoever is here with another account: back to the same link, as nobody. */
export async function leaveAction(form: FormData): Promise<void> {
  await checkOrigin()
  await signOut()
  redirect(`${path}/${encodeURIComponent(firstValue(readForm(form), 'token'))}`)
}
