import 'server-only'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { NotFoundError, UserError } from '@/lib/errors'
import type { Role } from '@/prisma/client/enums'
import { hashPassword, randomToken, tokenHash } from './password'
import { passwordLinkIdentifier, passwordLinkLifetime } from './password-link'
import { roleName, roleScopes } from './roles'
import { accountInput } from './schema'

export interface NewMembership {
  role: Role
  hubSlug?: string
  placeId?: string
  organisationId?: string
}

export interface NewUser {
  email: string
  name: string
  /** Without one, nobody can sign in until a one-time link has set it. */
  password?: string
  memberships: NewMembership[]
  isDemo?: boolean
}

/**
 * Creates an account, or gives an existing one these memberships besides its own; its name and its
 * password change only where given.
 *
 * @throws UserError when the e-mail is not one, or a role misses its scope or has another's
 * @throws NotFoundError when the hub or the place does not exist
 */
export async function createUser(user: NewUser): Promise<{ id: string; created: boolean }> {
  const parsed = accountInput.safeParse(user)
  if (!parsed.success) throw new UserError(parsed.error.issues[0]?.message ?? 'Ce compte n’est pas valable.')
  const { email, name } = parsed.data
  const passwordHash = user.password === undefined ? undefined : await hashPassword(user.password)
  return db.$transaction(async (tx) => {
    const existing = await tx.user.findUnique({ where: { email }, select: { id: true } })
    const { id } =
      existing ??
      (await tx.user.create({
        data: { email: email.toLowerCase(), name, emailVerified: true, isDemo: user.isDemo ?? false },
        select: { id: true },
      }))
    for (const membership of user.memberships) await addMembership(tx, id, membership)
    if (passwordHash !== undefined) await setPasswordHash(tx, id, passwordHash)
    return { id, created: !existing }
  })
}

async function addMembership(tx: Transaction, userId: string, membership: NewMembership) {
  const { role, hubSlug, placeId, organisationId } = membership
  const scope = roleScopes[role]
  const given = { hub: hubSlug, place: placeId, organisation: organisationId }
  if (Object.entries(given).some(([each, id]) => (each === scope) !== (id !== undefined))) {
    const needs = {
      everywhere: 'ne va ni avec un hub, ni avec un lieu, ni avec une organisation',
      hub: 'va avec un hub',
      place: 'va avec un lieu',
      organisation: 'va avec une organisation',
    }
    throw new UserError(`Le rôle ${roleName(role)} ${needs[scope]}.`)
  }
  const hub = hubSlug === undefined ? null : await tx.hub.findUnique({ where: { slug: hubSlug }, select: { id: true } })
  if (hubSlug !== undefined && !hub) throw new NotFoundError(`Aucun hub ne s’appelle « ${hubSlug} ».`)
  if (placeId !== undefined && !(await tx.place.findUnique({ where: { id: placeId }, select: { id: true } }))) {
    throw new NotFoundError(`Aucun lieu n’a le numéro « ${placeId} ».`)
  }
  if (organisationId && !(await tx.organisation.count({ where: { id: organisationId } }))) {
    throw new NotFoundError('Cette organisation n’existe pas.')
  }
  const row = {
    userId,
    role,
    hubId: hub?.id ?? null,
    placeId: placeId ?? null,
    organisationId: organisationId ?? null,
  }
  if (!(await tx.membership.findFirst({ where: row, select: { id: true } }))) {
    await tx.membership.create({ data: row })
    const details = { role, ...(hubSlug && { hub: hubSlug }), ...(placeId && { places: [placeId] }) }
    // By whoever holds the server: the product has no name for them.
    await audit(tx, { user: null, action: 'membership.given', subject: `user ${userId}`, details })
  }
}

/**
 * Makes the account of whoever holds a link that was mailed to her: holding it, she reads the mail of that address.
 *
 * @throws UserError when the address has an account to sign in with
 */
export async function makeNewcomer(
  tx: Transaction,
  { email, name }: { email: string; name: string },
  passwordHash: string,
): Promise<{ id: string; email: string }> {
  const known = await tx.user.findUnique({ where: { email }, select: { accounts: { select: { id: true } } } })
  if (known && known.accounts.length > 0) {
    throw new UserError('Vous avez déjà un compte\u00a0: connectez-vous, puis rouvrez le lien du message.')
  }
  const { id } = await tx.user.upsert({
    where: { email },
    create: { email, name, emailVerified: true },
    update: { name, emailVerified: true },
    select: { id: true },
  })
  await setPasswordHash(tx, id, passwordHash)
  return { id, email }
}

/** Sets what somebody signs in with; nothing else changes. */
export async function setPasswordHash(tx: Transaction, userId: string, password: string) {
  const key = { providerId: 'credential', accountId: userId }
  await tx.account.upsert({
    where: { providerId_accountId: key },
    create: { ...key, userId, password },
    update: { password },
  })
}

/**
 * A one-time link's token for setting a password; earlier links of this user stop working.
 * The database keeps only its hash.
 */
export function createPasswordLink(userId: string, now = new Date()): Promise<string> {
  return db.$transaction((tx) => writePasswordLink(tx, userId, now))
}

/** The same, with what it is sent in. */
export async function writePasswordLink(tx: Transaction, userId: string, now = new Date()): Promise<string> {
  const token = randomToken()
  await tx.verification.deleteMany({ where: { identifier: { startsWith: 'set-password:' }, value: userId } })
  await tx.verification.create({
    data: {
      identifier: passwordLinkIdentifier(tokenHash(token)),
      value: userId,
      expiresAt: new Date(now.getTime() + passwordLinkLifetime),
    },
  })
  return token
}

/**
 * Sets the password of whoever received the link, closes all their sessions and uses the link up,
 * once even when it is followed twice at the same instant.
 *
 * @returns the e-mail to sign in with
 * @throws UserError when the link was used, is too old or never existed
 */
export async function setPasswordByLink(token: string, password: string): Promise<string> {
  const passwordHash = await hashPassword(password)
  return db.$transaction(async (tx) => {
    const [link] = await tx.$queryRaw<{ value: string }[]>`
      DELETE FROM "Verification"
      WHERE identifier = ${passwordLinkIdentifier(tokenHash(token))} AND "expiresAt" > now()
      RETURNING value`
    const user = link && (await tx.user.findUnique({ where: { id: link.value }, select: { id: true, email: true } }))
    if (!user) throw new UserError('Ce lien ne marche plus. Demandez-en un autre.')
    await setPasswordHash(tx, user.id, passwordHash)
    await tx.session.deleteMany({ where: { userId: user.id } })
    await audit(tx, { user, action: 'account.password_set', subject: `user ${user.id}` })
    return user.email
  })
}

/** Remembers that somebody was here, once an hour at most. */
export async function noteSeen(userId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "User" SET "lastSeenAt" = now()
    WHERE id = ${userId} AND ("lastSeenAt" IS NULL OR "lastSeenAt" < now() - interval '1 hour')`
}

/** Tells the audit trail that an account is tried too often, once a quarter of an hour; of no account, nothing. */
export async function noteLocked(email: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "AuditEntry" (id, action, subject, details)
    SELECT gen_random_uuid(), 'account.locked', 'user ' || u.id, jsonb_build_object('email', u.email)
    FROM "User" u WHERE u.email = ${email.trim()}::citext AND NOT EXISTS (
      SELECT FROM "AuditEntry" a WHERE a.action = 'account.locked' AND a.subject = 'user ' || u.id
        AND a.at > now() - interval '15 minutes')`
}
