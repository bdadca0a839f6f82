import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db, type Transaction } from '@/lib/db'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { moveReferralIn } from '@/lib/referrals/mutations'
import { answeredPlacesOf, type Party } from '@/lib/referrals/party'
import { after, type Move } from '@/lib/referrals/state-machine'
import type { Attendance } from '@/prisma/client/enums'
import { authorise } from '../place/queries'
import type { AttendanceInput } from '../schema'
import { hasBegun } from './beginning'

/**
 * Notes who came to a session. What is new about a seat moves its referral as far as its state allows: one who came
 * was received, even if nobody had answered the referral yet. Only what differs from what was shown is written: two
 * people may note the same session at once.
 *
 * @throws ForbiddenError outside the user's territory, and for the codes of another place than one's own
 * @throws UserError when the session has not begun, was called off, or somebody noted otherwise meanwhile
 */
export async function noteAttendance(user: CurrentUser, input: AttendanceInput, at = new Date()): Promise<void> {
  const { id: placeId, workshopId, sessionId, attendance, shown, walkIns = null, shownWalkIns = null } = input
  await authorise(user, placeId)
  const seatIds = Object.keys(attendance)
  if (seatIds.length > 0 && !answeredPlacesOf(user).includes(placeId))
    throw new ForbiddenError('Seules les personnes qui tiennent la fiche de ce lieu notent les présences.')
  await db.$transaction(async (tx) => {
    const seats = await lockSeats(tx, workshopId, sessionId, seatIds)
    const session = await tx.workshopSession.findFirst({
      where: { id: sessionId, workshopId, workshop: { placeId, removedAt: null } },
    })
    if (!session) throw new NotFoundError('Cette séance n’existe pas.')
    if (session.cancelledAt) throw new UserError('Cette séance est annulée.')
    if (!hasBegun(session.startsAt, at)) throw new UserError('Cette séance n’a pas commencé.')
    if (isToWrite(walkIns, shownWalkIns, session.walkIns))
      await tx.workshopSession.update({ where: { id: sessionId }, data: { walkIns } })
    for (const { id: seatId, referralId, noted } of seats) {
      const said = attendance[seatId] ?? null
      if (!isToWrite(said, shown[seatId] ?? null, noted)) continue
      const key = { sessionId_seatId: { sessionId, seatId } }
      if (said === null) await tx.workshopAttendance.delete({ where: key })
      else {
        await tx.workshopAttendance.upsert({
          where: key,
          create: { sessionId, seatId, attendance: said },
          update: { attendance: said },
        })
        await advance(tx, { side: 'PLACE', user }, referralId, said, session.endsAt, at)
      }
    }
  })
}

/** Whether somebody changed a value, which nobody else changed to another one since it was shown to her. */
function isToWrite<Value>(said: Value, shown: Value, stored: Value): boolean {
  if (said === shown || said === stored) return false
  if (stored !== shown)
    throw new UserError('Quelqu’un d’autre a noté cette séance entre-temps. Rechargez la page, puis recommencez.')
  return true
}

interface NotedSeat {
  id: string
  referralId: string
  noted: Attendance | null
}

/** The seats that are named and are of this session, once their referrals are locked: always before the workshop is. */
async function lockSeats(
  tx: Transaction,
  workshopId: string,
  sessionId: string,
  seatIds: readonly string[],
): Promise<NotedSeat[]> {
  await tx.$queryRaw`
    SELECT FROM "Referral" WHERE id IN (SELECT "referralId" FROM "WorkshopSeat" WHERE id = ANY(${seatIds}::uuid[]))
    ORDER BY id FOR UPDATE`
  await tx.$queryRaw`SELECT FROM "Workshop" WHERE id = ${workshopId}::uuid FOR NO KEY UPDATE`
  return tx.$queryRaw<NotedSeat[]>`
    SELECT k.id, k."referralId", a.attendance AS noted FROM "WorkshopSeat" k
    LEFT JOIN "WorkshopAttendance" a ON a."seatId" = k.id AND a."sessionId" = ${sessionId}::uuid
    WHERE k.id = ANY(${seatIds}::uuid[]) AND k."workshopId" = ${workshopId}::uuid
      AND (k."sessionId" IS NULL OR k."sessionId" = ${sessionId}::uuid)
      AND (k.status = 'BOOKED' OR a.attendance IS NOT NULL) ORDER BY k.rank`
}

const moves: Readonly<Record<Attendance, readonly Extract<Move, 'ACCEPT' | 'ATTEND' | 'MISS' | 'EXCUSE'>[]>> = {
  PRESENT: ['ACCEPT', 'ATTEND'],
  ABSENT: ['MISS'],
  EXCUSED: ['EXCUSE'],
}

/** As far as the referral's state allows; an appointment that is still to come is another one, and stays. */
async function advance(tx: Transaction, party: Party, id: string, said: Attendance, ended: Date, at: Date) {
  for (const action of moves[said]) {
    const { status, version, appointmentAt } = await tx.referral.findUniqueOrThrow({
      where: { id },
      select: { status: true, version: true, appointmentAt: true },
    })
    // Of who is noted a little early, nobody can say yet that she missed it.
    const latest = action === 'MISS' && at < ended ? at : ended
    const isAnother = action !== 'ATTEND' && action !== 'ACCEPT' && (appointmentAt === null || appointmentAt > latest)
    if (isAnother || after(status, action, 'PLACE') === null) continue
    await moveReferralIn(tx, party, { id, version, action, words: null }, at)
  }
}
