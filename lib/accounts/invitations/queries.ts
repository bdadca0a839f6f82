import 'server-only'
import { db, type Transaction } from '@/lib/db'
import { ForbiddenError } from '@/lib/errors'
import type { Prisma } from '@/prisma/client/client'
import { tokenHash } from '../password'
import { type CurrentUser, mayManagePeople } from '../permissions'
import { userWithRights } from '../queries'
import { peopleScopeOf } from '../territory'
import { mayOffer, type Offered } from './offer'

const places = {
  select: { place: { select: { id: true, name: true, commune: { select: { name: true, departmentCode: true } } } } },
  orderBy: { placeId: 'asc' },
} as const

const organisation = { select: { id: true, name: true, commune: { select: { departmentCode: true } } } } as const

/** An invitation is worth what whoever sent it may still give. */
export async function isStillGood(
  invitation: Offered & { invitedById: string | null },
  client: Transaction = db,
): Promise<boolean> {
  const inviter = await userWithRights(invitation.invitedById, client)
  return inviter !== null && mayOffer(inviter, invitation)
}

/** What the link of an invitation opens; null when it was answered or cancelled, is too old or never existed. */
export async function invitationOfToken(token: string) {
  const invitation = await db.invitation.findUnique({
    where: { tokenHash: tokenHash(token), acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    select: {
      email: true,
      role: true,
      hubId: true,
      hub: { select: { name: true } },
      organisation,
      places,
      invitedById: true,
      invitedBy: { select: { name: true } },
    },
  })
  if (!invitation || !(await isStillGood(invitation))) return null
  const { email, role, hub, organisation: joined, invitedBy } = invitation
  // An account that nothing signs in to yet is as good as none.
  const account = await db.account.findFirst({ where: { user: { email } }, select: { id: true } })
  return {
    email,
    role,
    hubName: hub?.name ?? null,
    organisationName: joined?.name ?? null,
    places: invitation.places.map(({ place }) => ({ id: place.id, name: place.name, communeName: place.commune.name })),
    inviterName: invitedBy?.name ?? null,
    hasAccount: account !== null,
  }
}

/** The invitations that wait, of the hubs and the places whose roles this person follows. */
function pendingOf(user: CurrentUser): Prisma.InvitationWhereInput {
  const { everywhere, hubIds, departmentCodes } = peopleScopeOf(user)
  // Helpers are invited by their colleagues, who follow that on their own page.
  const pending = { acceptedAt: null, revokedAt: null, organisationId: null }
  if (everywhere) return pending
  const inReach = { place: { commune: { departmentCode: { in: departmentCodes } } } }
  return {
    ...pending,
    OR: [{ hubId: { in: hubIds } }, { role: 'PLACE_EDITOR', places: { some: {}, every: inReach } }],
  }
}

/** How many invitations wait for an answer, where this person follows them. */
export function countInvitationsFor(user: CurrentUser): Promise<number> {
  return db.invitation.count({ where: pendingOf(user) })
}

/** More of them waiting are a mistake: the oldest are shown first, to be sent again or cancelled. */
const listedAtMost = 200

/**
 * The invitations that wait for an answer, the oldest first.
 *
 * @throws ForbiddenError for whoever invites nobody
 */
export async function listInvitationsFor(user: CurrentUser) {
  if (!mayManagePeople(user)) throw new ForbiddenError('Vous ne suivez pas les rôles des autres personnes.')
  return db.invitation.findMany({
    where: pendingOf(user),
    select: {
      id: true,
      email: true,
      role: true,
      hub: { select: { name: true } },
      places,
      invitedBy: { select: { name: true } },
      sent: true,
      createdAt: true,
      expiresAt: true,
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: listedAtMost,
  })
}

export type ListedInvitation = Awaited<ReturnType<typeof listInvitationsFor>>[number]
