import 'server-only'
import { db } from '@/lib/db'
import { UserError } from '@/lib/errors'
import { unseal } from '../second-factor/vault'
import { confirmationOf, confirmedFor } from './confirmation'
import { deviceName } from './device'

export interface ListedSession {
  id: string
  device: string
  openedAt: Date
  lastSeenAt: Date
  /** Null when it opened with the password alone */
  secondFactorAt: Date | null
  isThisOne: boolean
}

/** The sessions of an account that are still open, the last seen first. */
export async function listSessions(userId: string, thisId: string): Promise<ListedSession[]> {
  const sessions = await db.session.findMany({
    where: { userId, expiresAt: { gt: new Date() } },
    select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true, secondFactorAt: true },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
  })
  return sessions.map(({ userAgent, createdAt, ...session }) => ({
    ...session,
    device: deviceName(userAgent),
    openedAt: createdAt,
    isThisOne: session.id === thisId,
  }))
}

/** What closes the session at ProConnect that opened this one; null for any other. */
export async function idTokenOf(sessionId: string): Promise<string | null> {
  const session = await db.session.findUnique({ where: { id: sessionId }, select: { idToken: true } })
  return session?.idToken ? unseal(session.idToken) : null
}

/** Whether it was made sure, in the last quarter of an hour, that it is still her. */
export async function isConfirmed({ sessionId, openedAt }: { sessionId: string; openedAt: Date }): Promise<boolean> {
  if (Date.now() - openedAt.getTime() < confirmedFor) return true
  const where = { identifier: confirmationOf(sessionId), expiresAt: { gt: new Date() } }
  return (await db.verification.count({ where })) > 0
}

/** @throws UserError when it has to be made sure first */
export async function mustBeConfirmed(session: { sessionId: string; openedAt: Date }): Promise<void> {
  if (!(await isConfirmed(session))) throw new UserError('Redonnez d’abord votre mot de passe.')
}

/** How an account may be opened besides a second factor. */
export async function waysIn(userId: string): Promise<{ hasPassword: boolean; hasProConnect: boolean }> {
  const accounts = await db.account.findMany({ where: { userId }, select: { providerId: true, password: true } })
  return {
    hasPassword: accounts.some(({ password }) => password !== null),
    hasProConnect: accounts.some(({ providerId }) => providerId === 'proconnect'),
  }
}
