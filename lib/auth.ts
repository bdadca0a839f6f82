import 'server-only'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { nextCookies } from 'better-auth/next-js'
import { headers } from 'next/headers'
import { cache } from 'react'
import { clientAddressHeader } from '@/lib/accounts/client-address'
import { noteLocked, noteSeen } from '@/lib/accounts/mutations'
import { hashPassword, maxPasswordLength, minPasswordLength, verifyPassword } from '@/lib/accounts/password'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { membershipsOf } from '@/lib/accounts/queries'
import { signInFacts } from '@/lib/accounts/second-factor/queries'
import { needsSecondFactor, type SignInStep, signInStep } from '@/lib/accounts/second-factor/step'
import { seal } from '@/lib/accounts/second-factor/vault'
import { touchSession } from '@/lib/accounts/sessions/mutations'
import { idTokenOf } from '@/lib/accounts/sessions/queries'
import { vouchedSessions } from '@/lib/accounts/sessions/vouched'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { UserError } from '@/lib/errors'
import { accountLimits, addressLimits, TooManyAttemptsError } from '@/lib/throttle/limits'
import { countAttempt, forgetAttempts, giveBackAttempt } from '@/lib/throttle/mutations'

/**
 * Sessions and passwords. No route leads here: server actions call `auth.api`, so a form works
 * without JavaScript and passes the checks of lib/form-action.ts.
 */
export const auth = betterAuth({
  appName: 'À deux pas',
  baseURL: env().PUBLIC_URL,
  secret: env().SECRET,
  database: prismaAdapter(db, { provider: 'postgresql' }),
  emailAndPassword: {
    enabled: true,
    disableSignUp: true,
    minPasswordLength,
    maxPasswordLength,
    password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
  },
  // A week after signing in, whatever happens in between: a stolen session cannot be kept alive.
  session: {
    expiresIn: 7 * 24 * 60 * 60,
    disableSessionRefresh: true,
    cookieCache: { enabled: false },
    additionalFields: {
      secondFactorAt: { type: 'date', required: false, input: false },
      lastSeenAt: { type: 'date', required: false, input: false },
      idToken: { type: 'string', required: false, input: false, returned: false },
    },
  },
  advanced: {
    cookiePrefix: 'a-deux-pas',
    useSecureCookies: env().PUBLIC_URL.startsWith('https:'),
    defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
    database: { generateId: false },
    ipAddress: { disableIpTracking: true },
  },
  // Ours, in lib/throttle, counts in the database and names the time to wait.
  rateLimit: { enabled: false },
  logger: { disabled: true },
  telemetry: { enabled: false },
  plugins: [vouchedSessions, nextCookies()],
})

/** Somebody whose password, or ProConnect, opened a session, however far she has come. */
export interface SignedIn {
  user: CurrentUser
  sessionId: string
  openedAt: Date
  step: SignInStep
  hasSecondFactor: boolean
  /** Her role asks for a second factor */
  mustHaveOne: boolean
  /** An account of the demonstration, which is asked for nothing more than its password */
  isDemo: boolean
}

/**
 * Whose session these headers carry, even one that has not passed its second factor. Null when nobody is signed in
 * or the session is over.
 */
export async function signedInBy(sent: Headers): Promise<SignedIn | null> {
  const found = await auth.api.getSession({ headers: sent })
  if (!found) return null
  const { id, email, name } = found.user
  const { secondFactorAt, lastSeenAt, createdAt, id: sessionId } = found.session
  const [memberships, facts] = await Promise.all([
    membershipsOf(id),
    signInFacts(id),
    noteSeen(id),
    lastSeenAt && touchSession(sessionId, lastSeenAt),
  ])
  return {
    user: { id, email, name, memberships },
    sessionId,
    openedAt: createdAt,
    step: signInStep({ ...facts, memberships, hasPassed: Boolean(secondFactorAt) }),
    mustHaveOne: needsSecondFactor({ ...facts, memberships }),
    ...facts,
  }
}

/** The same of this request, read once: for the pages that let a second factor be passed, and no other. */
export const signedIn = cache(async (): Promise<SignedIn | null> => signedInBy(await headers()))

/**
 * Who is asking; null when nobody is signed in, the session is over, or a second factor is still to be passed or
 * chosen: such a session may do nothing.
 */
export async function currentUser(): Promise<CurrentUser | null> {
  const found = await signedIn()
  return found?.step === 'DONE' ? found.user : null
}

/** Where the request comes from; null when it cannot be known. */
export async function requestAddress(): Promise<string | null> {
  return (await headers()).get(clientAddressHeader)
}

/**
 * Opens a session and sets its cookie. An unknown account takes as long as a wrong password.
 *
 * @param address where the attempt comes from, null when unknown
 * @param userAgent by which its owner knows the session again
 * @returns whose session it is
 * @throws UserError in both cases, with the same words, and after too many attempts
 */
export async function signIn(
  email: string,
  password: string,
  address: string | null,
  userAgent: string | null = null,
): Promise<string> {
  const [ofAccount, ofAddress] = [accountLimits(email, address), addressLimits(address)]
  try {
    await countAttempt([...ofAccount, ...ofAddress])
  } catch (error) {
    if (error instanceof TooManyAttemptsError) await noteLocked(email)
    throw error
  }
  const { user } = await auth.api
    .signInEmail({ body: { email, password }, headers: deviceHeaders(userAgent) })
    .catch((error) => {
      if (!(error instanceof APIError) || error.statusCode >= 500) throw error
      throw new UserError('L’adresse e-mail ou le mot de passe n’est pas le bon.')
    })
  await forgetAttempts(ofAccount)
  await giveBackAttempt(ofAddress)
  return user.id
}

/** The only header that a new session keeps. */
function deviceHeaders(userAgent: string | null): Headers {
  return new Headers(userAgent === null ? {} : { 'user-agent': userAgent.slice(0, 500) })
}

/** The browser of this request, as it says it. */
export async function requestDevice(): Promise<string | null> {
  return (await headers()).get('user-agent')
}

/**
 * Opens the session of somebody whom ProConnect vouches for, and sets its cookie.
 *
 * @param opened whether a second factor was used there, and what closes the session there
 */
export async function openSession(
  userId: string,
  opened: { hasPassed: boolean; idToken: string },
  userAgent: string | null,
): Promise<void> {
  await auth.api.openVouchedSession({
    body: { userId, hasPassed: opened.hasPassed, idToken: await seal(opened.idToken) },
    headers: deviceHeaders(userAgent),
  })
}

/**
 * Closes this session, here and in the database.
 *
 * @returns what closes the session at ProConnect that opened this one, or null
 */
export async function signOut(): Promise<string | null> {
  const sent = await headers()
  const found = await auth.api.getSession({ headers: sent })
  const idToken = found && (await idTokenOf(found.session.id))
  await auth.api.signOut({ headers: sent })
  return idToken
}
