import 'server-only'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { queueMail } from '@/lib/mail/mutations'
import { invitationLimits } from '@/lib/throttle/limits'
import { countAttempt } from '@/lib/throttle/mutations'
import type { Prisma } from '@/prisma/client/client'
import { randomToken, tokenHash } from '../password'
import { type CurrentUser, mayManagePeople } from '../permissions'
import { organisationsOf } from '../territory'
import { invitationLifetime } from './lifetime'
import { invitationMessage } from './message'
import { mayOffer } from './offer'
import type { AnyInvitation } from './schema'

/** An invitation, with what it offers. */
export const shown = {
  id: true,
  email: true,
  role: true,
  hubId: true,
  sent: true,
  invitedById: true,
  acceptedAt: true,
  revokedAt: true,
  hub: { select: { name: true } },
  organisation: { select: { id: true, name: true, siret: true, commune: { select: { departmentCode: true } } } },
  places: {
    select: { place: { select: { id: true, name: true, commune: { select: { departmentCode: true } } } } },
    orderBy: { placeId: 'asc' },
  },
} as const satisfies Prisma.InvitationSelect

export type Invitation = Prisma.InvitationGetPayload<{ select: typeof shown }>

/**
 * Invites somebody by e-mail. The message leaves with the invitation; the database keeps only the hash of its link.
 *
 * @returns the invitation's id
 * @throws ForbiddenError when the person may not give this role there
 * @throws NotFoundError when the hub or a place does not exist
 * @throws UserError to oneself, for a role that the person has, and while the same invitation waits
 */
export async function invite(user: CurrentUser, input: AnyInvitation): Promise<string> {
  const { email, role, hubId, placeIds, organisationId = null } = input
  const [places, organisation] = await Promise.all([
    db.place.findMany({ where: { id: { in: placeIds } }, select: shown.places.select.place.select }),
    organisationId && db.organisation.findUnique({ where: { id: organisationId }, ...shown.organisation }),
  ])
  const offered = { role, hubId, organisation: organisation || null, places: places.map((place) => ({ place })) }
  if (!mayOffer(user, offered)) throw mayNotOffer()
  const lost = placeIds.find((id) => !places.some((place) => place.id === id))
  if (lost !== undefined) throw new NotFoundError(`Aucun lieu n’a le numéro «\u00a0${lost}\u00a0».`)
  await countAttempt(invitationLimits(user.id))
  const token = randomToken()
  return db.$transaction(async (tx) => {
    if (hubId !== null && !(await tx.hub.findUnique({ where: { id: hubId }, select: { id: true } }))) {
      throw new NotFoundError('Ce hub n’existe pas.')
    }
    if (email.toLowerCase() === user.email.toLowerCase()) throw new UserError('Vous ne pouvez pas vous inviter.')
    await refuseWhatIsHeld(tx, input)
    await refuseWhatWaits(tx, input)
    const invitation = await tx.invitation.create({
      data: {
        email: email.toLowerCase(),
        role,
        hubId,
        organisationId,
        places: { create: placeIds.map((placeId) => ({ placeId })) },
        tokenHash: tokenHash(token),
        expiresAt: new Date(Date.now() + invitationLifetime),
        invitedById: user.id,
      },
      select: shown,
    })
    await send(tx, user, invitation, token)
    return invitation.id
  })
}

/**
 * Sends a new link, for two more weeks; the former one stops working.
 *
 * @throws ForbiddenError when the person may not give this role there
 * @throws UserError when it was accepted or cancelled
 */
export async function resendInvitation(user: CurrentUser, id: string): Promise<void> {
  if (!mayManagePeople(user) && organisationsOf(user).length === 0) throw mayNotOffer()
  await countAttempt(invitationLimits(user.id))
  const token = randomToken()
  await db.$transaction(async (tx) => {
    await waiting(tx, user, id)
    const invitation = await tx.invitation.update({
      where: { id },
      data: {
        tokenHash: tokenHash(token),
        expiresAt: new Date(Date.now() + invitationLifetime),
        sent: { increment: 1 },
        invitedById: user.id,
      },
      select: shown,
    })
    await send(tx, user, invitation, token)
  })
}

/** Cancels an invitation: its link stops working at once. Throws as `resendInvitation` does. */
export async function revokeInvitation(user: CurrentUser, id: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const invitation = await waiting(tx, user, id)
    await tx.invitation.update({ where: { id }, data: { revokedAt: new Date() } })
    // What has not left yet would carry a dead link.
    await tx.outboxMail.deleteMany({ where: { key: { startsWith: `invitation ${id} ` }, status: 'WAITING' } })
    await audit(tx, { user, action: 'invitation.revoked', ...told(invitation) })
  })
}

/** An invitation that still waits, locked, that this person may deal with. */
async function waiting(tx: Transaction, user: CurrentUser, id: string): Promise<Invitation> {
  await tx.$queryRaw`SELECT id FROM "Invitation" WHERE id = ${id}::uuid FOR UPDATE`
  const invitation = await tx.invitation.findUnique({ where: { id }, select: shown })
  if (!invitation) throw new NotFoundError('Cette invitation n’existe pas.')
  if (!mayOffer(user, invitation)) throw mayNotOffer()
  if (invitation.acceptedAt) throw new UserError('Cette invitation a déjà été acceptée.')
  if (invitation.revokedAt) throw new UserError('Cette invitation a déjà été annulée.')
  return invitation
}

async function send(tx: Transaction, user: CurrentUser, invitation: Invitation, token: string) {
  const { id, email, sent, role, hub, organisation, places } = invitation
  const message = invitationMessage({
    role,
    hubName: hub?.name ?? organisation?.name ?? null,
    placeNames: places.map(({ place }) => place.name),
    inviterName: user.name,
    link: `${env().PUBLIC_URL}/invitation/${token}`,
    expiresAt: new Date(Date.now() + invitationLifetime),
  })
  await queueMail(tx, { key: `invitation ${id} ${sent}`, to: email, ...message })
  await audit(tx, { user, action: 'invitation.sent', ...told(invitation) })
}

/** What the audit trail tells of an invitation; it is found by its address. */
export function told({ email, role, hubId, hub, organisation, places }: Invitation) {
  return {
    subject: `invitation ${email}`,
    ...(hubId !== null && { hubId }),
    details: {
      email,
      role,
      ...(hub && { hub: hub.name }),
      ...(organisation && { structure: organisation.name }),
      ...(places.length > 0 && { places: places.map(({ place }) => place.id) }),
    },
  }
}

async function refuseWhatIsHeld(
  tx: Transaction,
  { email, role, hubId, placeIds, organisationId = null }: AnyInvitation,
) {
  const held = await tx.membership.findMany({
    where: {
      user: { email },
      role,
      hubId,
      organisationId,
      ...(role === 'PLACE_EDITOR' && { placeId: { in: placeIds } }),
    },
    select: { id: true },
  })
  if (held.length >= Math.max(1, placeIds.length)) throw new UserError('Cette personne a déjà ce rôle.')
}

async function refuseWhatWaits(
  tx: Transaction,
  { email, role, hubId, placeIds, organisationId = null }: AnyInvitation,
) {
  // Two of the same at once would pass one another by.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`invitation ${email.toLowerCase()}`}))`
  const where = { email, role, hubId, organisationId, acceptedAt: null, revokedAt: null }
  const same = await tx.invitation.findFirst({
    where: { ...where, AND: placeIds.map((placeId) => ({ places: { some: { placeId } } })) },
    select: { id: true },
  })
  if (same) throw new UserError('La même invitation attend déjà une réponse\u00a0: renvoyez-la, ou annulez-la d’abord.')
}

const mayNotOffer = () => new ForbiddenError('Vous ne pouvez pas donner ce rôle ici.')
