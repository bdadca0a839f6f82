import 'server-only'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { UserError } from '@/lib/errors'
import { secondFactorLimits } from '@/lib/throttle/limits'
import { countAttempt, forgetAttempts } from '@/lib/throttle/mutations'
import type { CurrentUser } from '../permissions'
import { type Actor, adopt, markPassed } from '../second-factor/mutations'

const notTaken = 'Cette clé d’accès n’a pas été reconnue. Recommencez.'

/** How long somebody may take to touch a key, in milliseconds. */
const challengeLifetime = 5 * 60 * 1000

/** The site as passkeys know it: they answer to no other. */
const site = () => ({ rpID: new URL(env().PUBLIC_URL).hostname, origin: new URL(env().PUBLIC_URL).origin })

/** What a browser needs to make a passkey for this account; its answer is awaited for five minutes. */
export async function offerPasskey(
  user: Pick<CurrentUser, 'id' | 'email' | 'name'>,
  sessionId: string,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await db.passkey.findMany({ where: { userId: user.id }, select: { credentialId: true } })
  const options = await generateRegistrationOptions({
    rpName: 'À deux pas',
    rpID: site().rpID,
    userName: user.email,
    userDisplayName: user.name,
    userID: new TextEncoder().encode(user.id),
    excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })
  await expectAnswer(sessionId, options.challenge)
  return options
}

/**
 * Takes up a passkey, which also passes for this session.
 *
 * @returns backup codes, to be shown this once, when it is the account's first second factor
 * @throws UserError when the answer is not the one awaited
 */
export async function addPasskey(
  { user, sessionId }: Actor,
  response: RegistrationResponseJSON,
  name: string,
): Promise<string[]> {
  const made = await judged(
    () => takeChallenge(sessionId),
    (expectedChallenge) =>
      verifyRegistrationResponse({
        response,
        expectedChallenge,
        expectedOrigin: site().origin,
        expectedRPID: site().rpID,
        requireUserVerification: false,
      }),
  )
  if (!made.registrationInfo) throw new UserError(notTaken)
  const { id: credentialId, publicKey, counter, transports = [] } = made.registrationInfo.credential
  return db.$transaction(async (tx) => {
    const { count } = await tx.passkey.createMany({
      data: { userId: user.id, credentialId, publicKey: new Uint8Array(publicKey), counter, transports, name },
      skipDuplicates: true,
    })
    if (count === 0) throw new UserError('Cette clé d’accès est déjà enregistrée.')
    return adopt(tx, user, sessionId, 'PASSKEY_ADDED')
  })
}

/** What a browser needs to ask for one of the account's passkeys; its answer is awaited for five minutes. */
export async function askForPasskey(userId: string, sessionId: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const known = await db.passkey.findMany({ where: { userId }, select: { credentialId: true, transports: true } })
  const options = await generateAuthenticationOptions({
    rpID: site().rpID,
    allowCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    userVerification: 'preferred',
  })
  await expectAnswer(sessionId, options.challenge)
  return options
}

/**
 * Passes the second step by a passkey.
 *
 * @throws UserError when it is not one of this account's, or does not answer what was asked, and after too many attempts
 */
export async function passByPasskey(
  { user, sessionId, address }: Actor,
  response: AuthenticationResponseJSON,
): Promise<void> {
  const limits = secondFactorLimits(user.id, address)
  await countAttempt(limits)
  const passkey = await db.passkey.findFirst({ where: { credentialId: response.id, userId: user.id } })
  if (!passkey) throw new UserError(notTaken)
  const { verified, authenticationInfo } = await judged(
    () => takeChallenge(sessionId),
    (expectedChallenge) =>
      verifyAuthenticationResponse({
        response,
        expectedChallenge,
        expectedOrigin: site().origin,
        expectedRPID: site().rpID,
        requireUserVerification: false,
        credential: { id: passkey.credentialId, publicKey: passkey.publicKey, counter: Number(passkey.counter) },
      }),
  )
  if (!verified) throw new UserError(notTaken)
  await db.$transaction(async (tx) => {
    const counter = authenticationInfo.newCounter
    await tx.passkey.update({ where: { id: passkey.id }, data: { counter, lastUsedAt: new Date() } })
    await markPassed(tx, sessionId)
  })
  await forgetAttempts(limits)
}

/** What the library throws at a forged or mangled answer is one sentence to a person. */
async function judged<Verdict>(
  challenge: () => Promise<string>,
  judge: (challenge: string) => Promise<Verdict>,
): Promise<Verdict> {
  const expected = await challenge()
  try {
    return await judge(expected)
  } catch {
    throw new UserError(notTaken)
  }
}

const challengeOf = (sessionId: string) => `passkey:${sessionId}`

async function expectAnswer(sessionId: string, challenge: string) {
  const identifier = challengeOf(sessionId)
  await db.$transaction([
    db.verification.deleteMany({ where: { identifier } }),
    db.verification.create({
      data: { identifier, value: challenge, expiresAt: new Date(Date.now() + challengeLifetime) },
    }),
  ])
}

/** A challenge is answered once, whether the answer is right or not. */
async function takeChallenge(sessionId: string): Promise<string> {
  const [taken] = await db.$queryRaw<{ value: string }[]>`
    DELETE FROM "Verification" WHERE identifier = ${challengeOf(sessionId)} AND "expiresAt" > now() RETURNING value`
  if (!taken) throw new UserError('La demande est trop ancienne. Recommencez.')
  return taken.value
}
