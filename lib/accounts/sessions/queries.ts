import 'server-only'
import { db } from '@/lib/db'
import { unseal } from '../second-factor/vault'
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
