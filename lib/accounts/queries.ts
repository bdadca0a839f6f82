import 'server-only'
import { db, type Transaction } from '@/lib/db'
import { tokenHash } from './password'
import { passwordLinkIdentifier } from './password-link'
import type { CurrentUser, UserMembership } from './permissions'

/** What a user may do and where, with the départements of each hub. */
export async function membershipsOf(userId: string, client: Transaction = db): Promise<UserMembership[]> {
  const memberships = await client.membership.findMany({
    where: { userId },
    select: {
      role: true,
      hubId: true,
      placeId: true,
      organisationId: true,
      organisation: { select: { name: true } },
      hub: { select: { slug: true, name: true, departments: { select: { departmentCode: true } } } },
    },
    orderBy: { createdAt: 'asc' },
  })
  return memberships.map(({ role, hubId, placeId, organisationId, organisation, hub }) => ({
    role,
    hubId,
    hubSlug: hub?.slug ?? null,
    hubName: hub?.name ?? null,
    departmentCodes: hub?.departments.map(({ departmentCode }) => departmentCode).sort() ?? [],
    placeId,
    organisationId,
    organisationName: organisation?.name ?? null,
  }))
}

/** Somebody as a signed-in request knows her, with what she may do by now; null once her account is gone. */
export async function userWithRights(id: string | null, client: Transaction = db): Promise<CurrentUser | null> {
  const user = id && (await client.user.findUnique({ where: { id }, select: { id: true, email: true, name: true } }))
  return user ? { ...user, memberships: await membershipsOf(user.id, client) } : null
}

/** Where somebody lands who was going nowhere in particular: a helper who is nothing else, at the helpers' desk. */
export async function deskOf(userId: string): Promise<string> {
  const [memberships, asked] = await Promise.all([
    db.membership.findMany({ where: { userId }, select: { role: true } }),
    db.joinRequest.count({ where: { userId } }),
  ])
  if (memberships.some(({ role }) => role !== 'HELPER')) return '/coordination'
  if (memberships.length > 0) return '/orientation/suivi'
  return asked > 0 ? '/orientation/organisation' : '/coordination'
}

/** Whose password a one-time link sets; null when it was used, is too old or never existed. */
export async function userOfPasswordLink(token: string): Promise<{ email: string; name: string } | null> {
  const link = await db.verification.findFirst({
    where: { identifier: passwordLinkIdentifier(tokenHash(token)), expiresAt: { gt: new Date() } },
    select: { value: true },
  })
  return link && db.user.findUnique({ where: { id: link.value }, select: { email: true, name: true } })
}
