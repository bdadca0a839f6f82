import 'server-only'
import { audit } from '@/lib/audit/mutations'
import { db } from '@/lib/db'
import { NotFoundError, UserError } from '@/lib/errors'
import { accountLimits } from '@/lib/throttle/limits'
import { countAttempt, forgetAttempts } from '@/lib/throttle/mutations'
import { setPasswordHash } from '../mutations'
import { hashPassword, verifyPassword } from '../password'
import type { CurrentUser } from '../permissions'
import { type Actor, tell } from '../second-factor/mutations'
import { confirmationOf, confirmedFor } from './confirmation'

/** How precisely one knows when a session was last used, in milliseconds: a write now and then, not one a page. */
const seenEvery = 5 * 60 * 1000

/** Notes that a session is in use. */
export async function touchSession(id: string, lastSeenAt: Date): Promise<void> {
  if (Date.now() - lastSeenAt.getTime() < seenEvery) return
  await db.session.updateMany({ where: { id }, data: { lastSeenAt: new Date() } })
}

/** @throws NotFoundError when it is not one of this person's, or is closed already */
export async function closeSession(user: Pick<CurrentUser, 'id'>, id: string): Promise<void> {
  const { count } = await db.session.deleteMany({ where: { id, userId: user.id } })
  if (count === 0) throw new NotFoundError('Cette session est déjà fermée.')
}

/** Closes every session of this person but the one that asks. */
export async function closeOtherSessions(user: Pick<CurrentUser, 'id'>, thisId: string): Promise<void> {
  await db.session.deleteMany({ where: { userId: user.id, id: { not: thisId } } })
}

/**
 * Makes sure that it is still her, before what opens her account changes: for a quarter of an hour.
 *
 * @throws UserError when the password is wrong or missing, and after too many attempts
 */
export async function confirmIdentity(actor: Actor, password: string): Promise<void> {
  await checkPassword(actor, password)
  const identifier = confirmationOf(actor.sessionId)
  await db.$transaction([
    db.verification.deleteMany({ where: { identifier } }),
    db.verification.create({
      data: { identifier, value: actor.user.id, expiresAt: new Date(Date.now() + confirmedFor) },
    }),
  ])
}

async function checkPassword({ user, address }: Actor, password: string) {
  const account = await db.account.findUnique({
    where: { providerId_accountId: { providerId: 'credential', accountId: user.id } },
    select: { password: true },
  })
  if (!account?.password) {
    throw new UserError('Votre compte n’a pas de mot de passe. Déconnectez-vous, reconnectez-vous, puis recommencez.')
  }
  const limits = accountLimits(user.email, address)
  await countAttempt(limits)
  if (!(await verifyPassword(account.password, password))) throw new UserError('Ce mot de passe n’est pas le bon.')
  await forgetAttempts(limits)
}

/**
 * Changes the password, and closes every other session.
 *
 * @throws UserError when the present password is wrong, and after too many attempts
 */
export async function changePassword(actor: Actor, present: string, next: string): Promise<void> {
  await checkPassword(actor, present)
  const hash = await hashPassword(next)
  const { user, sessionId } = actor
  await db.$transaction(async (tx) => {
    await setPasswordHash(tx, user.id, hash)
    await tx.session.deleteMany({ where: { userId: user.id, id: { not: sessionId } } })
    await tell(tx, user, user, 'account.password_changed', 'PASSWORD_CHANGED')
  })
}

/** How a person is called in the back office: the audit trail tells both names. */
export async function renameUser(user: CurrentUser, name: string): Promise<void> {
  if (name === user.name) return
  await db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: user.id }, data: { name }, select: { id: true } })
    const details = { before: user.name, after: name }
    await audit(tx, { user, action: 'account.renamed', subject: `user ${user.id}`, details })
  })
}
