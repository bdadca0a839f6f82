import 'server-only'
import { db, type Transaction } from '@/lib/db'
import { UserError } from '@/lib/errors'
import { requireAgreement } from '@/lib/organisations/agreements/queries'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { moveBooklets } from '@/lib/vouchers/moving/mutations'
import { freeSeats } from '@/lib/workshops/seats/keeping/mutations'
import { leavesSeats } from '@/lib/workshops/seats/seat-rules'
import type { Prisma } from '@/prisma/client/client'
import type { ReferralStatus } from '@/prisma/client/enums'
import { appointmentEnd, readAppointment } from './appointment'
import { type Wait, waitFor } from './deadlines'
import { type LockedReferral, lockReferral } from './locking/mutations'
import type { Party } from './party'
import type { MoveInput, RedirectInput } from './schema'
import { copyParts, insertReferral } from './sending/mutations'
import { after, isOpen, type Move } from './state-machine'
import { record } from './timeline/mutations'

/**
 * Does one thing to a referral, from the version that was shown.
 *
 * @throws NotFoundError for who is neither of its sides
 * @throws ReferralChangedError when the other side, or a colleague, was first
 * @throws UserError when it may not be done now
 */
export async function moveReferral(party: Party, input: MoveInput, now = new Date()) {
  return db.$transaction((tx) => moveReferralIn(tx, party, input, now))
}

/** The same in a transaction that does more with it. */
export async function moveReferralIn(tx: Transaction, party: Party, input: MoveInput, now: Date) {
  const referral = await lockReferral(tx, party, input.id, now, input.version)
  return move(tx, party, referral, input, now)
}

async function move(tx: Transaction, party: Party, referral: LockedReferral, input: MoveInput, now: Date) {
  const { action, reason, words } = input
  const status = next(referral.status, action, party)
  const { departmentCode } = referral.place.commune
  if (action === 'MISS' && referral.appointmentAt && referral.appointmentAt > now)
    throw new UserError('Ce rendez-vous n’est pas encore passé.')
  const appointment = action === 'SCHEDULE' ? readAppointment(input, timeZoneOf(departmentCode), now) : {}
  const changed = { ...referral, ...appointment }
  const facts = { now, sentAt: referral.createdAt, appointmentEnd: appointmentEnd(changed), departmentCode }
  // Having seen it is no answer: the same is waited for, by the same day, and the same reminder comes next.
  const wait = action === 'SEE' ? {} : waitFor(status, facts)
  const version = await write(tx, referral, status, wait, now, {
    ...appointment,
    ...(action === 'REFUSE' && { refusalReason: reason }),
  })
  await record(tx, { ...referral, departmentCode }, party, action, status, words, now)
  return { status, version }
}

/**
 * Sends the person on to another place, by a new referral that is linked to this one, which ends. From the helper,
 * all that is known goes along, since the person agreed again; from the place, nothing that is personal does.
 * Throws as `moveReferral` does.
 */
export async function redirectReferral(party: Party, input: RedirectInput, now = new Date()) {
  return db.$transaction(async (tx) => {
    // Places before referrals, as merges of places lock them.
    await tx.$queryRaw`SELECT FROM "Place" WHERE id = ${input.placeId} FOR SHARE`
    const referral = await lockReferral(tx, party, input.id, now, input.version)
    const status = next(referral.status, 'REDIRECT', party)
    if (input.placeId === referral.placeId) throw new UserError('C’est déjà ce lieu. Choisissez-en un autre.')
    if (party.side === 'HELPER' && !input.agreed)
      throw new UserError('Demandez d’abord à la personne si elle est d’accord pour ce lieu.')
    if (party.side === 'HELPER') await requireAgreement(tx, referral.organisationId, input.placeId)
    const { departmentCode } = referral.place.commune
    const wait = waitFor(status, { now, sentAt: referral.createdAt, departmentCode })
    await write(tx, referral, status, wait, now)
    await record(tx, { ...referral, departmentCode }, party, 'REDIRECT', status, input.words, now)
    const { organisationId, services, supportMode, level, neededBy, informedAt, agreedAt } = referral
    const byHelper = party.side === 'HELPER'
    const sent = await insertReferral(
      tx,
      {
        organisationId,
        helperId: byHelper ? party.user.id : await helperOf(tx, referral.id),
        placeId: input.placeId,
        services,
        supportMode,
        level,
        neededBy,
        informedAt: byHelper ? now : informedAt,
        agreedAt: byHelper ? now : agreedAt,
        redirectedFromId: referral.id,
      },
      now,
    )
    if (byHelper) await copyParts(tx, referral.id, sent.id)
    await moveBooklets(tx, referral.id, sent.id)
    await record(tx, sent, party, 'SEND', 'SENT', null, now)
    return { id: sent.id, code: sent.code }
  })
}

async function helperOf(tx: Transaction, id: string): Promise<string | null> {
  return (await tx.referral.findUniqueOrThrow({ where: { id }, select: { helperId: true } })).helperId
}

function next(status: ReferralStatus, action: Move, { side }: Party): ReferralStatus {
  const to = after(status, action, side)
  if (!to) throw new UserError('Ce n’est plus possible\u00a0: l’orientation n’en est pas là.')
  return to
}

async function write(
  tx: Transaction,
  { id, version }: LockedReferral,
  status: ReferralStatus,
  wait: Wait | Record<string, never>,
  now: Date,
  more: Prisma.ReferralUncheckedUpdateInput = {},
): Promise<number> {
  const written = await tx.referral.update({
    where: { id, version },
    data: { ...more, ...wait, status, version: version + 1, closedAt: isOpen(status) ? null : now },
    select: { version: true },
  })
  if (leavesSeats(status)) await freeSeats(tx, [id], now)
  return written.version
}
