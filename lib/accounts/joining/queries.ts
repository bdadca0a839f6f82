import 'server-only'
import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/client/client'
import { tokenHash } from '../password'
import type { CurrentUser } from '../permissions'
import { joiningScopeOf, peopleScopeOf } from '../territory'

/** What the link of a message opens; null when it is too old, was answered, or never existed. */
export async function joiningOfToken(token: string) {
  const request = await db.joinRequest.findUnique({
    where: { tokenHash: tokenHash(token), expiresAt: { gt: new Date() } },
    select: {
      email: true,
      name: true,
      structureName: true,
      siret: true,
      confirmedAt: true,
      commune: { select: { name: true } },
    },
  })
  if (!request) return null
  // An account that nothing signs in to yet is as good as none.
  const account = await db.account.findFirst({ where: { user: { email: request.email } }, select: { id: true } })
  const { commune, confirmedAt, ...asked } = request
  return { ...asked, communeName: commune.name, isConfirmed: confirmedAt !== null, hasAccount: account !== null }
}

/** The requests that this person may answer: of her départements, and for her organisations. */
async function answerableBy(user: CurrentUser): Promise<Prisma.JoinRequestWhereInput> {
  const { everywhere, departmentCodes, organisationIds } = joiningScopeOf(user)
  const confirmed = { confirmedAt: { not: null } }
  if (everywhere) return confirmed
  const organisations = await db.organisation.findMany({
    where: { id: { in: organisationIds } },
    select: { siret: true },
  })
  const sirets = organisations.flatMap(({ siret }) => siret ?? [])
  return {
    ...confirmed,
    OR: [{ commune: { departmentCode: { in: departmentCodes } } }, { siret: { in: sirets } }],
  }
}

/** How many helpers wait for this person's yes or no. */
export async function countJoiningFor(user: CurrentUser): Promise<number> {
  return db.joinRequest.count({ where: await answerableBy(user) })
}

/** More of them waiting are answered from the oldest. */
const listedAtMost = 100

/** The helpers who wait for this person's yes or no, the oldest first; with the organisation, where there is one. */
export async function listJoiningFor(user: CurrentUser) {
  const requests = await db.joinRequest.findMany({
    where: await answerableBy(user),
    select: {
      id: true,
      email: true,
      name: true,
      profession: true,
      structureName: true,
      siret: true,
      confirmedAt: true,
      commune: { select: { name: true, departmentCode: true } },
    },
    orderBy: [{ confirmedAt: 'asc' }, { id: 'asc' }],
    take: listedAtMost,
  })
  const organisations = await db.organisation.findMany({
    where: { siret: { in: requests.map(({ siret }) => siret) } },
    select: { siret: true, name: true, _count: { select: { memberships: true } } },
  })
  return requests.map(({ commune, ...request }) => {
    const organisation = organisations.find(({ siret }) => siret === request.siret)
    return {
      ...request,
      commune: `${commune.name} (${commune.departmentCode})`,
      organisation: organisation ? { name: organisation.name, members: organisation._count.memberships } : null,
    }
  })
}

export type ListedJoining = Awaited<ReturnType<typeof listJoiningFor>>[number]

/** What somebody asked for and waits for, the oldest first. */
export function listOwnJoining(user: CurrentUser) {
  return db.joinRequest.findMany({
    where: { userId: user.id },
    select: { id: true, structureName: true, siret: true, confirmedAt: true },
    orderBy: { confirmedAt: 'asc' },
  })
}

/** The hubs at work whose choice this person makes, by name. */
export async function listApprovingHubs(user: CurrentUser) {
  const { everywhere, hubIds } = peopleScopeOf(user)
  return db.hub.findMany({
    where: { endedOn: null, ...(everywhere ? {} : { id: { in: hubIds } }) },
    select: { id: true, name: true, approvesHelpers: true },
    orderBy: { name: 'asc' },
  })
}
