'use server'

import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { redirect } from 'next/navigation'
import { askForPasskey, passByPasskey } from '@/lib/accounts/passkeys/mutations'
import { localPath } from '@/lib/accounts/return-path'
import { passByCode } from '@/lib/accounts/second-factor/mutations'
import { passkeyAnswerInput, secondFactorInput } from '@/lib/accounts/second-factor/schema'
import { requestAddress, signedIn } from '@/lib/auth'
import { checkOrigin, signInFormAction } from '@/lib/form-action'

export const passByCodeAction = signInFormAction(secondFactorInput, async ({ code, returnTo }, signed) => {
  if (signed.step === 'VERIFY') await passByCode({ ...signed, address: await requestAddress() }, code)
  redirect(localPath(returnTo))
})

/** What the browser asks for a passkey with; null when no passkey is awaited. */
export async function askForPasskeyAction(): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  await checkOrigin()
  const signed = await signedIn()
  return signed?.step === 'VERIFY' ? askForPasskey(signed.user.id, signed.sessionId) : null
}

export const passByPasskeyAction = signInFormAction(passkeyAnswerInput, async ({ response, returnTo }, signed) => {
  if (signed.step === 'VERIFY') {
    const actor = { ...signed, address: await requestAddress() }
    // The library reads the rest, and refuses what is not of that shape.
    await passByPasskey(actor, response as unknown as AuthenticationResponseJSON)
  }
  redirect(localPath(returnTo))
})
