import 'server-only'
import { db } from '@/lib/db'
import { unseal } from './vault'

/** What an account signs in with besides its password. */
export interface SecondFactors {
  hasTotp: boolean
  passkeys: { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }[]
  /** Codes that were not used yet */
  backupCodes: number
}

/** What somebody may prove herself by besides her password, for her own page. */
export async function secondFactorsOf(userId: string): Promise<SecondFactors> {
  const [totp, passkeys, backupCodes] = await Promise.all([
    db.totp.count({ where: { userId, secret: { not: null } } }),
    db.passkey.findMany({
      where: { userId },
      select: { id: true, name: true, createdAt: true, lastUsedAt: true },
      orderBy: { createdAt: 'asc' },
    }),
    db.backupCode.count({ where: { userId, usedAt: null } }),
  ])
  return { hasTotp: totp > 0, passkeys, backupCodes }
}

/** What decides how far a session must go: one read a request. */
export async function signInFacts(userId: string): Promise<{ isDemo: boolean; hasSecondFactor: boolean }> {
  const { isDemo, totp, _count } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { isDemo: true, totp: { select: { secret: true } }, _count: { select: { passkeys: true } } },
  })
  return { isDemo, hasSecondFactor: _count.passkeys > 0 || Boolean(totp?.secret) }
}

/** The secret that an application is to take, until its first code proves that it did. */
export async function pendingTotpSecret(userId: string): Promise<string | null> {
  const totp = await db.totp.findUnique({ where: { userId }, select: { pendingSecret: true } })
  return totp?.pendingSecret ? unseal(totp.pendingSecret) : null
}
