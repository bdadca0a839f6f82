import 'server-only'
import { randomUUID } from 'node:crypto'
import type { AuditAction } from '@/lib/audit/actions'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { queueMail } from '@/lib/mail/mutations'
import { secondFactorLimits } from '@/lib/throttle/limits'
import { countAttempt, forgetAttempts } from '@/lib/throttle/mutations'
import { type CurrentUser, mayResetSecondFactor } from '../permissions'
import { type SecurityNews, securityMessage } from '../security-mail'
import { backupCodeHash, newBackupCodes } from './backup-codes'
import { needsSecondFactor } from './step'
import { newTotpSecret, totpStep } from './totp'
import { seal, unseal } from './vault'

const wrongCode = 'Ce code n’est pas le bon. Attendez le suivant, puis recommencez.'

/** Who does it, in which session. */
export interface Actor {
  user: Pick<CurrentUser, 'id' | 'email'>
  sessionId: string
  /** Where it comes from, null when unknown */
  address: string | null
}

/** Lets an application be set up: a new secret waits for its first code, and the one in use stays until then. */
export async function startTotp(userId: string): Promise<void> {
  const pendingSecret = await seal(newTotpSecret())
  await db.totp.upsert({ where: { userId }, create: { userId, pendingSecret }, update: { pendingSecret } })
}

/**
 * Takes up an application by its first code, which also passes for this session.
 *
 * @returns backup codes, to be shown this once, when it is the account's first second factor
 * @throws UserError when the code is wrong, and after too many attempts
 */
export async function confirmTotp({ user, sessionId, address }: Actor, code: string): Promise<string[]> {
  const limits = secondFactorLimits(user.id, address)
  await countAttempt(limits)
  const { pendingSecret } = (await db.totp.findUnique({ where: { userId: user.id } })) ?? {}
  const secret = pendingSecret ? await unseal(pendingSecret) : null
  if (!pendingSecret || secret === null)
    throw new UserError('Recommencez depuis le début\u00a0: ce code n’est plus attendu.')
  const lastStep = totpStep(secret, code)
  if (lastStep === null) throw new UserError(wrongCode)
  const codes = await db.$transaction(async (tx) => {
    const { count } = await tx.totp.updateMany({
      where: { userId: user.id, pendingSecret },
      data: { secret: pendingSecret, pendingSecret: null, lastStep },
    })
    if (count === 0) throw new UserError(wrongCode)
    return adopt(tx, user, sessionId, 'TOTP_ADDED')
  })
  await forgetAttempts(limits)
  return codes
}

/**
 * What a new second factor brings: this session has passed it, its owner is told, and backup codes come with the
 * first.
 */
export async function adopt(
  tx: Transaction,
  user: Actor['user'],
  sessionId: string,
  news: SecurityNews,
): Promise<string[]> {
  await markPassed(tx, sessionId)
  await tell(tx, user, user, 'account.second_factor_added', news)
  return (await tx.backupCode.count({ where: { userId: user.id } })) > 0 ? [] : writeBackupCodes(tx, user.id)
}

/**
 * Passes the second step by the code of an application or a backup code, each of which serves once.
 *
 * @throws UserError when the code is wrong or was used, and after too many attempts
 */
export async function passByCode({ user, sessionId, address }: Actor, code: string): Promise<void> {
  const limits = secondFactorLimits(user.id, address)
  await countAttempt(limits)
  await db.$transaction(async (tx) => {
    if (/^\d{6}$/.test(code)) await spendTotpCode(tx, user.id, code)
    else await spendBackupCode(tx, user, code)
    await markPassed(tx, sessionId)
  })
  await forgetAttempts(limits)
}

async function spendTotpCode(tx: Transaction, userId: string, code: string) {
  const totp = await tx.totp.findUnique({ where: { userId }, select: { secret: true } })
  const secret = totp?.secret ? await unseal(totp.secret) : null
  const lastStep = secret === null ? null : totpStep(secret, code)
  // Of two requests with one code, the second finds its half-minute used.
  const { count } =
    lastStep === null
      ? { count: 0 }
      : await tx.totp.updateMany({ where: { userId, lastStep: { lt: lastStep } }, data: { lastStep } })
  if (count === 0) throw new UserError(wrongCode)
}

async function spendBackupCode(tx: Transaction, user: Actor['user'], code: string) {
  const { count } = await tx.backupCode.updateMany({
    where: { userId: user.id, hash: backupCodeHash(user.id, code), usedAt: null },
    data: { usedAt: new Date() },
  })
  if (count === 0) throw new UserError('Ce code de secours n’est pas le bon, ou il a déjà servi.')
  await tell(tx, user, user, 'account.backup_code_used', 'BACKUP_CODE_USED')
}

/** This session may now do what its user may. */
export async function markPassed(tx: Transaction, sessionId: string): Promise<void> {
  await tx.session.update({ where: { id: sessionId }, data: { secondFactorAt: new Date() }, select: { id: true } })
}

async function writeBackupCodes(tx: Transaction, userId: string): Promise<string[]> {
  const codes = newBackupCodes()
  await tx.backupCode.deleteMany({ where: { userId } })
  await tx.backupCode.createMany({ data: codes.map((code) => ({ userId, hash: backupCodeHash(userId, code) })) })
  return codes
}

/** Ten new backup codes, to be shown this once; the former ones stop working. */
export function renewBackupCodes(user: Actor['user']): Promise<string[]> {
  return db.$transaction(async (tx) => {
    await tell(tx, user, user, 'account.backup_codes_renewed', 'BACKUP_CODES_RENEWED')
    return writeBackupCodes(tx, user.id)
  })
}

/**
 * @throws UserError when it is the last second factor of an account that must have one
 * @throws NotFoundError when there is none
 */
export async function removeTotp(user: CurrentUser): Promise<void> {
  await remove(user, 'TOTP_REMOVED', async (tx) => (await tx.totp.deleteMany({ where: { userId: user.id } })).count)
}

/** As `removeTotp`, for one passkey. */
export async function removePasskey(user: CurrentUser, id: string): Promise<void> {
  await remove(
    user,
    'PASSKEY_REMOVED',
    async (tx) => (await tx.passkey.deleteMany({ where: { id, userId: user.id } })).count,
  )
}

async function remove(user: CurrentUser, news: SecurityNews, take: (tx: Transaction) => Promise<number>) {
  await db.$transaction(async (tx) => {
    // Two removals at once must not take the last two.
    await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${user.id} FOR UPDATE`
    if ((await take(tx)) === 0) throw new NotFoundError('Ce moyen de connexion n’existe plus.')
    const { isDemo, totp, _count } = await tx.user.findUniqueOrThrow({
      where: { id: user.id },
      select: { isDemo: true, totp: { select: { secret: true } }, _count: { select: { passkeys: true } } },
    })
    if (!totp?.secret && _count.passkeys === 0) {
      if (needsSecondFactor({ isDemo, memberships: user.memberships })) {
        throw new UserError(
          'Votre rôle demande une seconde étape\u00a0: ajoutez-en une autre avant de retirer celle-ci.',
        )
      }
      await tx.backupCode.deleteMany({ where: { userId: user.id } })
    }
    await tell(tx, user, user, 'account.second_factor_removed', news)
  })
}

/**
 * For somebody who lost every second factor: takes them away and closes the account's sessions. The password stays.
 *
 * @param by null for the command line
 * @throws ForbiddenError for whoever is not an administrator
 * @throws NotFoundError when the account does not exist
 */
export async function resetSecondFactor(by: CurrentUser | null, userId: string): Promise<void> {
  if (by && !mayResetSecondFactor(by)) {
    throw new ForbiddenError('Seule une personne qui administre le site peut retirer la seconde étape d’un compte.')
  }
  await db.$transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: userId }, select: { id: true, email: true } })
    if (!user) throw new NotFoundError('Ce compte n’existe plus.')
    await tx.totp.deleteMany({ where: { userId } })
    await tx.passkey.deleteMany({ where: { userId } })
    await tx.backupCode.deleteMany({ where: { userId } })
    await tx.session.deleteMany({ where: { userId } })
    await tell(tx, by, user, 'account.second_factor_reset', 'SECOND_FACTOR_RESET')
  })
}

/** Writes what was done in the audit trail, and to the owner of the account. */
export async function tell(
  tx: Transaction,
  by: Actor['user'] | null,
  owner: Actor['user'],
  action: AuditAction,
  news: SecurityNews,
): Promise<void> {
  await audit(tx, { user: by, action, subject: `user ${owner.id}`, details: { email: owner.email } })
  const message = securityMessage(news, `${env().PUBLIC_URL}/coordination/compte`)
  await queueMail(tx, { key: `security ${randomUUID()}`, to: owner.email, ...message })
}
