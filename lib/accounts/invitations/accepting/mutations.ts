import 'server-only'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { UserError } from '@/lib/errors'
import { makeNewcomer } from '../../mutations'
import { hashPassword, tokenHash } from '../../password'
import type { CurrentUser } from '../../permissions'
import { type Invitation, shown, told } from '../mutations'
import { isStillGood } from '../queries'

/**
 * Takes up an invitation with the account that is signed in.
 *
 * @throws UserError when it is for another address, or its link no longer works
 */
export async function acceptInvitation(user: CurrentUser, token: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const invitation = await takeUp(tx, token)
    if (invitation.email.toLowerCase() !== user.email.toLowerCase()) {
      throw new UserError('Cette invitation est pour une autre adresse. Déconnectez-vous, puis rouvrez son lien.')
    }
    await giveRoles(tx, user, invitation)
  })
}

/**
 * Takes up an invitation and makes the account it needs: whoever holds the link reads the mail of its address.
 *
 * @returns the e-mail to sign in with
 * @throws UserError when its link no longer works, or its address has an account to sign in with
 */
export async function acceptAsNewcomer(token: string, name: string, password: string): Promise<string> {
  const passwordHash = await hashPassword(password)
  return db.$transaction(async (tx) => {
    const invitation = await takeUp(tx, token)
    const newcomer = await makeNewcomer(tx, { email: invitation.email, name }, passwordHash)
    await giveRoles(tx, newcomer, invitation)
    return newcomer.email
  })
}

/** Uses the link up, once even when it is followed twice at the same instant. */
async function takeUp(tx: Transaction, token: string): Promise<Invitation> {
  const [taken] = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "Invitation" SET "acceptedAt" = now()
    WHERE "tokenHash" = ${tokenHash(token)} AND "acceptedAt" IS NULL AND "revokedAt" IS NULL AND "expiresAt" > now()
    RETURNING id`
  const invitation = taken && (await tx.invitation.findUniqueOrThrow({ where: { id: taken.id }, select: shown }))
  if (!invitation || !(await isStillGood(invitation, tx))) throw linkOver()
  return invitation
}

async function giveRoles(tx: Transaction, user: Pick<CurrentUser, 'id' | 'email'>, invitation: Invitation) {
  const { role, hubId, organisation, places } = invitation
  const placeIds = role === 'PLACE_EDITOR' ? places.map(({ place }) => place.id) : [null]
  const given = { userId: user.id, role, hubId, organisationId: organisation?.id ?? null }
  await tx.membership.createMany({
    data: placeIds.map((placeId) => ({ ...given, placeId })),
    skipDuplicates: true,
  })
  // What she asked for by herself is answered.
  if (organisation?.siret) await tx.joinRequest.deleteMany({ where: { userId: user.id, siret: organisation.siret } })
  await audit(tx, { user, action: 'invitation.accepted', ...told(invitation), subject: `user ${user.id}` })
}

const linkOver = () =>
  new UserError('Cette invitation ne marche plus. Demandez-en une autre à la personne qui vous a invité.')
