import 'server-only'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { nextCookies } from 'better-auth/next-js'
import { headers } from 'next/headers'
import { cache } from 'react'
import { clientAddressHeader } from '@/lib/accounts/client-address'
import { noteSeen } from '@/lib/accounts/mutations'
import { hashPassword, maxPasswordLength, minPasswordLength, verifyPassword } from '@/lib/accounts/password'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { membershipsOf } from '@/lib/accounts/queries'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { UserError } from '@/lib/errors'
import { accountLimits, addressLimits } from '@/lib/throttle/limits'
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
  session: { expiresIn: 7 * 24 * 60 * 60, disableSessionRefresh: true, cookieCache: { enabled: false } },
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
  plugins: [nextCookies()],
})

/** Who is asking, read once a request; null when nobody is signed in or the session is over. */
export const currentUser = cache(async (): Promise<CurrentUser | null> => {
  const found = await auth.api.getSession({ headers: await headers() })
  if (!found) return null
  const { id, email, name } = found.user
  const [memberships] = await Promise.all([membershipsOf(id), noteSeen(id)])
  return { id, email, name, memberships }
})

/** Where the request comes from; null when it cannot be known. */
export async function requestAddress(): Promise<string | null> {
  return (await headers()).get(clientAddressHeader)
}

/**
 * Opens a session and sets its cookie. An unknown account takes as long as a wrong password.
 *
 * @param address where the attempt comes from, null when unknown
 * @throws UserError in both cases, with the same words, and after too many attempts
 */
export async function signIn(email: string, password: string, address: string | null): Promise<void> {
  const [ofAccount, ofAddress] = [accountLimits(email, address), addressLimits(address)]
  await countAttempt([...ofAccount, ...ofAddress])
  try {
    await auth.api.signInEmail({ body: { email, password } })
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error
    throw new UserError('L’adresse e-mail ou le mot de passe n’est pas le bon.')
  }
  await forgetAttempts(ofAccount)
  await giveBackAttempt(ofAddress)
}

/** Closes this session, here and in the database. */
export async function signOut(): Promise<void> {
  await auth.api.signOut({ headers: await headers() })
}
