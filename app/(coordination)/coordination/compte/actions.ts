'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { accountPathOf } from '@/lib/accounts/return-path'
import { changePasswordInput, renameInput, sessionInput } from '@/lib/accounts/schema'
import { removePasskey, removeTotp, renewBackupCodes } from '@/lib/accounts/second-factor/mutations'
import { passkeyIdInput } from '@/lib/accounts/second-factor/schema'
import { changePassword, closeOtherSessions, closeSession, renameUser } from '@/lib/accounts/sessions/mutations'
import { mustBeConfirmed } from '@/lib/accounts/sessions/queries'
import { requestAddress, type SignedIn } from '@/lib/auth'
import { ForbiddenError } from '@/lib/errors'
import { formAction, signInFormAction } from '@/lib/form-action'

const nothing = z.object({})

/** What needs the session besides its user: one that has come to its end. */
function sessionAction<Schema extends z.ZodType>(
  schema: Schema,
  handler: Parameters<typeof signInFormAction<Schema>>[1],
) {
  return signInFormAction(schema, (input, signed) => {
    if (signed.step !== 'DONE') throw new ForbiddenError('Passez d’abord la seconde étape de votre connexion.')
    return handler(input, signed)
  })
}

/** What opens the account: it was made sure lately that it is she. */
function factorAction<Schema extends z.ZodType>(
  schema: Schema,
  handler: (input: z.output<Schema>, signed: SignedIn) => ReturnType<Parameters<typeof sessionAction<Schema>>[1]>,
) {
  return sessionAction(schema, async (input, signed) => {
    await mustBeConfirmed(signed)
    return handler(input, signed)
  })
}

export const renameAction = formAction(renameInput, async ({ name }, user) => {
  await renameUser(user, name)
  redirect(`${accountPathOf(user)}?fait=nom#nom`)
})

export const changePasswordAction = sessionAction(changePasswordInput, async (input, signed) => {
  await changePassword({ ...signed, address: await requestAddress() }, input.presentPassword, input.password)
  redirect(`${accountPathOf(signed.user)}?fait=mot-de-passe#mot-de-passe`)
})

export const removeTotpAction = factorAction(nothing, async (_, { user }) => {
  await removeTotp(user)
  redirect(`${accountPathOf(user)}?fait=retrait#seconde-etape`)
})

export const removePasskeyAction = factorAction(passkeyIdInput, async ({ id }, { user }) => {
  await removePasskey(user, id)
  redirect(`${accountPathOf(user)}?fait=retrait#seconde-etape`)
})

export const renewBackupCodesAction = factorAction(nothing, async (_, { user }) => ({
  codes: await renewBackupCodes(user),
}))

export const closeSessionAction = formAction(sessionInput, async ({ id }, user) => {
  await closeSession(user, id)
  redirect(`${accountPathOf(user)}?fait=session#sessions`)
})

export const closeOtherSessionsAction = sessionAction(nothing, async (_, { user, sessionId }) => {
  await closeOtherSessions(user, sessionId)
  redirect(`${accountPathOf(user)}?fait=sessions#sessions`)
})
