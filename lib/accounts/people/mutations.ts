import 'server-only'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { queueMail } from '@/lib/mail/mutations'
import { holdTeam } from '@/lib/organisations/mutations'
import type { Prisma } from '@/prisma/client/client'
import type { Role } from '@/prisma/client/enums'
import { type CurrentUser, mayGrant } from '../permissions'
import { roleScopes } from '../roles'
import { removedMessage } from './message'

const shown = {
  id: true,
  userId: true,
  role: true,
  hubId: true,
  placeId: true,
  user: { select: { email: true } },
  hub: { select: { name: true } },
  place: { select: { commune: { select: { departmentCode: true } } } },
  organisation: { select: { id: true, name: true, commune: { select: { departmentCode: true } } } },
} as const satisfies Prisma.MembershipSelect

type Membership = Prisma.MembershipGetPayload<{ select: typeof shown }>

/**
 * Takes a role back, which the person's next request already feels and a message tells her; whoever has none left is signed out everywhere.
 *
 * @throws ForbiddenError when the person may not give this role there, and for one's own role
 * @throws UserError for the last national administrator, and for the last helper of a team that follows referrals
 */
export async function removeMembership(user: CurrentUser, id: string): Promise<void> {
  await db.$transaction(async (tx) => {
    // The team before the role, as whoever leaves it does.
    await tx.$queryRaw`
      SELECT FROM "Organisation" WHERE id = (SELECT "organisationId" FROM "Membership" WHERE id = ${id}::uuid) FOR UPDATE`
    const membership = await lockMembership(tx, user, id)
    if (membership.organisation) await holdTeam(tx, membership.organisation.id)
    await tx.membership.delete({ where: { id } })
    await audit(tx, { user, action: 'membership.removed', ...told(membership) })
    const { userId, role, hub, organisation } = membership
    const words = removedMessage({ role, where: (organisation ?? hub)?.name ?? null, by: user.name })
    await queueMail(tx, { key: `membership removed ${id}`, to: membership.user.email, ...words })
    if ((await tx.membership.count({ where: { userId } })) === 0) await tx.session.deleteMany({ where: { userId } })
  })
}

/**
 * Gives another role of the same hub instead. Throws as `removeMembership` does, and when the person may not
 * give the new role there.
 */
export async function changeRole(user: CurrentUser, id: string, role: Role): Promise<void> {
  await db.$transaction(async (tx) => {
    const membership = await lockMembership(tx, user, id)
    const { userId, hubId, role: former } = membership
    if (hubId === null || roleScopes[role] !== 'hub') throw new UserError('Ce rôle ne va pas avec un hub.')
    if (!mayGrant(user, { role, hubId, departmentCode: null })) throw mayNot()
    if (role === former) return
    const other = await tx.membership.findFirst({ where: { userId, hubId, role }, select: { id: true } })
    if (other) throw new UserError('Cette personne a déjà ce rôle\u00a0: retirez l’autre.')
    await tx.membership.update({ where: { id }, data: { role } })
    await audit(tx, {
      user,
      action: 'membership.changed',
      ...told(membership),
      details: { ...told(membership).details, from: former, role },
    })
  })
}

async function lockMembership(tx: Transaction, user: CurrentUser, id: string): Promise<Membership> {
  // Administrators wait for one another, always in the same order: two could remove each other at once.
  const administrators = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Membership" WHERE id = ${id}::uuid OR role = 'NATIONAL_ADMIN' ORDER BY id FOR UPDATE`
  const membership = await tx.membership.findUnique({ where: { id }, select: shown })
  if (!membership) throw new NotFoundError('Ce rôle est déjà retiré.')
  const { role, hubId, organisation, userId } = membership
  const where = { hubId, departmentCode: departmentOf(membership), organisationId: organisation?.id ?? null }
  if (!mayGrant(user, { role, ...where })) throw mayNot()
  if (userId === user.id) throw new ForbiddenError('Vous ne pouvez pas changer vos propres rôles.')
  if (role === 'NATIONAL_ADMIN' && administrators.length < 2) {
    throw new UserError('C’est la dernière personne de l’administration nationale\u00a0: invitez-en d’abord une autre.')
  }
  return membership
}

/** Where the place lies, or where the organisation works. */
const departmentOf = ({ place, organisation }: Membership) => (place ?? organisation)?.commune?.departmentCode ?? null

function told(membership: Membership) {
  const { userId, user, role, hubId, hub, placeId, organisation } = membership
  const departmentCode = departmentOf(membership)
  return {
    subject: `user ${userId}`,
    ...(hubId !== null && { hubId }),
    ...(departmentCode !== null && { departmentCode }),
    details: {
      email: user.email,
      role,
      ...(hub && { hub: hub.name }),
      ...(placeId !== null && { places: [placeId] }),
      ...(organisation && { structure: organisation.name }),
    },
  }
}

const mayNot = () => new ForbiddenError('Vous ne pouvez pas changer ce rôle\u00a0: il est d’un autre territoire.')
