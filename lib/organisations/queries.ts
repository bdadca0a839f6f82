import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { organisationsOf, peopleScopeOf } from '@/lib/accounts/territory'
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

/** More of them are told by the most recent. */
const sendersAtMost = 100

/** An organisation by what it sent, in numbers alone. */
export interface Sender {
  id: string
  name: string
  siret: string | null
  /** With its département, as whoever joined first declared it: perhaps not theirs */
  commune: string | null
  sent: number
}

/** The organisations that sent referrals within a year to places that this person follows, the most recent first. */
export async function listSendersFor(user: CurrentUser): Promise<Sender[]> {
  const { everywhere, departmentCodes } = peopleScopeOf(user)
  return db.$queryRaw<Sender[]>`
    SELECT o.id, o.name, o.siret, c.name || ' (' || c."departmentCode" || ')' AS commune, count(*)::int AS sent
    FROM "Referral" r JOIN "Place" p ON p.id = r."placeId" JOIN "Commune" pc ON pc.code = p."communeCode"
    JOIN "Organisation" o ON o.id = r."organisationId" LEFT JOIN "Commune" c ON c.code = o."communeCode"
    WHERE r."createdAt" > now() - interval '1 year' AND (${everywhere} OR pc."departmentCode" = ANY(${departmentCodes}))
    GROUP BY o.id, c.code ORDER BY max(r."createdAt") DESC, o.id LIMIT ${sendersAtMost}`
}
