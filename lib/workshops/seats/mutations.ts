import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { NotFoundError, UserError } from '@/lib/errors'
import { type LockedReferral, lockReferral } from '@/lib/referrals/locking/mutations'
import { Prisma } from '@/prisma/client/client'
import type { SeatStatus } from '@/prisma/client/enums'
import { fillSeats } from './keeping/mutations'
import type { SeatInput } from './schema'
import { mayBook } from './seat-rules'

/**
 * Keeps a seat for a referral, or a turn on the waiting list when none is left.
 *
 * @throws NotFoundError for who did not send the referral, nor her colleagues
 * @throws UserError when the workshop is of another place, over, or already booked for it
 */
export async function bookSeat(user: CurrentUser, input: SeatInput, at = new Date()): Promise<'BOOKED' | 'WAITING'> {
  return db.$transaction((tx) => bookSeatIn(tx, user, input, at), patience)
}

/** Those who book the same workshop at the same instant wait for one another, rather than fail. Milliseconds. */
const patience = { maxWait: 15_000, timeout: 20_000 }

async function bookSeatIn(tx: Transaction, user: CurrentUser, { referralId, seat }: SeatInput, at: Date) {
  const { workshopId, sessionId } = seat
  const referral = await lockReferral(tx, { side: 'HELPER', user }, referralId, at)
  if (!mayBook(referral.status)) throw new UserError('Cette orientation ne permet plus de retenir une place.')
  const found = await openSeats(tx, workshopId, sessionId, at)
  if (!found?.isPublished || found.placeId !== referral.placeId)
    throw new UserError('Cet atelier n’est plus proposé par ce lieu.')
  const held = await tx.workshopSeat.count({
    where: { referralId, workshopId, sessionId, status: { not: 'CANCELLED' } },
  })
  if (held > 0) throw new UserError('Une place y est déjà retenue ou attendue pour cette orientation.')
  const status = found.free === null || found.free > 0 ? 'BOOKED' : 'WAITING'
  await tx.workshopSeat.create({ data: { referralId, workshopId, sessionId, status, createdAt: at } })
  await trace(tx, user, 'seat.booked', referral, status)
  return status
}

/**
 * Gives a seat up, or leaves the waiting list: who waits first gets it.
 *
 * @throws NotFoundError for who did not send the referral, nor her colleagues, and once it is given up
 */
export async function returnSeat(
  user: CurrentUser,
  { referralId, seatId }: { referralId: string; seatId: string },
  at = new Date(),
): Promise<void> {
  await db.$transaction(async (tx) => {
    const referral = await lockReferral(tx, { side: 'HELPER', user }, referralId, at)
    const seat = await tx.workshopSeat.findFirst({ where: { id: seatId, referralId, status: { not: 'CANCELLED' } } })
    if (!seat) throw new NotFoundError('Cette place est déjà rendue.')
    const { workshopId, sessionId } = seat
    if (!(await openSeats(tx, workshopId, sessionId, at))) throw new UserError('Cet atelier est déjà passé.')
    await tx.workshopSeat.update({ where: { id: seatId }, data: { status: 'CANCELLED' } })
    await trace(tx, user, 'seat.returned', referral, seat.status)
    await fillSeats(tx, workshopId, at)
  })
}

/** Nothing of the workshop: what a person comes to learn is not for those who read the trail. */
function trace(
  tx: Transaction,
  user: CurrentUser,
  action: 'seat.booked' | 'seat.returned',
  { id, place }: LockedReferral,
  status: SeatStatus,
) {
  const { departmentCode } = place.commune
  return audit(tx, { user, action, subject: `referral ${id}`, departmentCode, details: { status } })
}

/** Locks a workshop, so that one counts and takes at a time; null when nobody can come any more. `free` is null without a limit. */
async function openSeats(tx: Transaction, workshopId: string, sessionId: string | null, at: Date) {
  await tx.$queryRaw`SELECT FROM "Workshop" WHERE id = ${workshopId}::uuid FOR NO KEY UPDATE`
  const ofSession =
    sessionId === null ? Prisma.sql`w."isCycle"` : Prisma.sql`NOT w."isCycle" AND s.id = ${sessionId}::uuid`
  const [found] = await tx.$queryRaw<{ placeId: string; isPublished: boolean; free: number | null }[]>`
    SELECT w."placeId", p.status = 'PUBLISHED' AS "isPublished", (w.seats - CASE WHEN w."isCycle" THEN w."otherSeats" ELSE s."otherSeats" END - (
      SELECT count(*) FROM "WorkshopSeat" k
      WHERE k."workshopId" = w.id AND k."sessionId" IS NOT DISTINCT FROM ${sessionId}::uuid AND k.status = 'BOOKED'))::int AS free
    FROM "Workshop" w JOIN "Place" p ON p.id = w."placeId"
    JOIN "WorkshopSession" s ON s."workshopId" = w.id AND s."cancelledAt" IS NULL AND s."startsAt" > ${at}
    WHERE w.id = ${workshopId}::uuid AND w."removedAt" IS NULL AND ${ofSession} LIMIT 1`
  return found ?? null
}
