import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { organisationsOf } from '@/lib/accounts/territory'
import { db } from '@/lib/db'

const waiting = { acceptedAt: null, revokedAt: null }

/** The organisations that somebody helps people for, with who is there and who is invited. */
export function listOrganisationsOf(user: CurrentUser) {
  return db.organisation.findMany({
    where: { id: { in: organisationsOf(user) } },
    select: {
      id: true,
      name: true,
      siret: true,
      commune: { select: { name: true } },
      memberships: {
        select: {
          id: true,
          userId: true,
          profession: true,
          createdAt: true,
          user: { select: { name: true, email: true } },
        },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      },
      invitations: {
        where: waiting,
        select: { id: true, email: true, createdAt: true, expiresAt: true },
        orderBy: { createdAt: 'asc' },
      },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
}

export type OwnOrganisation = Awaited<ReturnType<typeof listOrganisationsOf>>[number]
