import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { answeredPlacesOf } from '@/lib/referrals/party'
import { Prisma } from '@/prisma/client/client'
import type { Attendance, SeatStatus } from '@/prisma/client/enums'
import { authorise } from '../place/queries'
import { seatsLeft } from '../seats-sql'

/** A session as those who hold it see it. */
export interface HeldSession {
  id: string
  workshopId: string
  title: string
  isCycle: boolean
  startsAt: Date
  endsAt: Date
  isCancelled: boolean
  version: number
  seats: number | null
  otherSeats: number
  walkIns: number | null
  booked: number
  waiting: number
  seatsLeft: number | null
}

/** A seat, by the code of its referral alone. */
export interface HeldSeat {
  id: string
  code: string
  status: SeatStatus
  attendance: Attendance | null
}

/**
 * A session of a place with its numbers; the codes of who has a seat are for the place's own editors, and null for
 * those who follow it from a hub. Null when it is not there.
 *
 * @throws ForbiddenError, NotFoundError for who may not edit the place
 */
export async function getSession(
  user: CurrentUser,
  placeId: string,
  id: string,
): Promise<{ session: HeldSession; seats: HeldSeat[] | null } | null> {
  await authorise(user, placeId)
  const [session] = await db.$queryRaw<HeldSession[]>`
    SELECT s.id, w.id AS "workshopId", w.title, w."isCycle", s."startsAt", s."endsAt",
      s."cancelledAt" IS NOT NULL AS "isCancelled", s.version, w.seats, s."walkIns",
      CASE WHEN w."isCycle" THEN w."otherSeats" ELSE s."otherSeats" END AS "otherSeats",
      (SELECT count(*) FROM "WorkshopSeat" k WHERE ${ofSession} AND k.status = 'BOOKED')::int AS booked,
      (SELECT count(*) FROM "WorkshopSeat" k WHERE ${ofSession} AND k.status = 'WAITING')::int AS waiting,
      ${seatsLeft} AS "seatsLeft"
    FROM "WorkshopSession" s JOIN "Workshop" w ON w.id = s."workshopId"
    WHERE s.id = ${id}::uuid AND w."placeId" = ${placeId} AND w."removedAt" IS NULL`
  if (!session) return null
  const seats = answeredPlacesOf(user).includes(placeId) ? await listSeats(id) : null
  return { session, seats }
}

function listSeats(sessionId: string): Promise<HeldSeat[]> {
  return db.$queryRaw<HeldSeat[]>`
    SELECT k.id, r.code, k.status, a.attendance
    FROM "WorkshopSession" s JOIN "Workshop" w ON w.id = s."workshopId" JOIN "WorkshopSeat" k ON ${ofSession}
    JOIN "Referral" r ON r.id = k."referralId"
    LEFT JOIN "WorkshopAttendance" a ON a."seatId" = k.id AND a."sessionId" = s.id
    WHERE s.id = ${sessionId}::uuid AND (k.status <> 'CANCELLED' OR a.attendance IS NOT NULL)
    ORDER BY k.status, k.rank`
}

const ofSession = Prisma.sql`k."workshopId" = w.id AND (w."isCycle" OR k."sessionId" = s.id)`
