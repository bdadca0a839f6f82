'use server'

import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { addPasskey, offerPasskey } from '@/lib/accounts/passkeys/mutations'
import { localPath, stepPath } from '@/lib/accounts/return-path'
import { confirmIdentityInput } from '@/lib/accounts/schema'
import { confirmTotp, startTotp } from '@/lib/accounts/second-factor/mutations'
import { firstCodeInput, newPasskeyInput } from '@/lib/accounts/second-factor/schema'
import { confirmIdentity } from '@/lib/accounts/sessions/mutations'
import { isConfirmed, mustBeConfirmed } from '@/lib/accounts/sessions/queries'
import { requestAddress, type SignedIn, signedIn } from '@/lib/auth'
import { ForbiddenError } from '@/lib/errors'
import { checkOrigin, signInFormAction } from '@/lib/form-action'

/**
 * Who may choose a second factor: whoever has none yet, or has passed the one she has, and of whom it was made sure
 * lately that it is she.
 */
async function actor(signed: SignedIn) {
  if (signed.step === 'VERIFY') throw new ForbiddenError('Passez d’abord la seconde étape de votre connexion.')
  await mustBeConfirmed(signed)
  return { ...signed, address: await requestAddress() }
}

export const startTotpAction = signInFormAction(
  z.object({ returnTo: z.string().default('') }),
  async (input, signed) => {
    const { user } = await actor(signed)
    await startTotp(user.id)
    redirect(`${stepPath('SET_UP', localPath(input.returnTo))}#application`)
  },
)

export const confirmTotpAction = signInFormAction(firstCodeInput, async ({ code }, signed) => ({
  codes: await confirmTotp(await actor(signed), code),
  tone: 'success',
}))

/** What the browser makes a passkey with; null when she may not add one. */
export async function offerPasskeyAction(): Promise<PublicKeyCredentialCreationOptionsJSON | null> {
  await checkOrigin()
  const signed = await signedIn()
  if (!signed || signed.step === 'VERIFY' || !(await isConfirmed(signed))) return null
  return offerPasskey(signed.user, signed.sessionId)
}

export const addPasskeyAction = signInFormAction(newPasskeyInput, async ({ response, name }, signed) => ({
  // The library reads the rest, and refuses what is not of that shape.
  codes: await addPasskey(await actor(signed), response as unknown as RegistrationResponseJSON, name),
  tone: 'success',
}))

export const confirmIdentityAction = signInFormAction(
  confirmIdentityInput,
  async ({ presentPassword, returnTo }, signed) => {
    await confirmIdentity({ ...signed, address: await requestAddress() }, presentPassword)
    redirect(localPath(returnTo))
  },
)
