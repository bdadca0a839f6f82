import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { type Party, referralsOf } from '@/lib/referrals/party'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { seatsLeft } from '../seats-sql'
import type { BookableSeat, ReferralSeat } from './seat'
import { mayBook } from './seat-rules'

const bookableAtMost = 60

/** What can still be booked for a referral at its place, the soonest first; nothing for who did not send it. */
export async function listBookable(user: CurrentUser, referralId: string, at: Date): Promise<BookableSeat[]> {
  const referral = await findReferral({ side: 'HELPER', user }, referralId, at)
  if (!referral || !mayBook(referral.status)) return []
  const rows = await db.$queryRaw<Omit<BookableSeat, 'timeZone'>[]>`
    SELECT w.id || CASE WHEN w."isCycle" THEN '' ELSE '/' || s.id END AS value, w.title, w.level, w."isCycle",
      s."startsAt", s."endsAt", s.count, ${seatsLeft} AS "seatsLeft"
    FROM "Workshop" w JOIN "Place" p ON p.id = w."placeId" AND p.status = 'PUBLISHED' CROSS JOIN LATERAL (
      SELECT x.*, row_number() OVER (ORDER BY x."startsAt", x.id) AS turn, count(*) OVER ()::int AS count
      FROM "WorkshopSession" x
      WHERE x."workshopId" = w.id AND x."cancelledAt" IS NULL AND x."startsAt" > ${at}) s
    WHERE w."placeId" = ${referral.placeId} AND w."removedAt" IS NULL AND (NOT w."isCycle" OR s.turn = 1)
      AND NOT EXISTS (
        SELECT FROM "WorkshopSeat" k WHERE k."referralId" = ${referralId}::uuid AND k."workshopId" = w.id
          AND k.status <> 'CANCELLED' AND (w."isCycle" OR k."sessionId" = s.id))
    ORDER BY s."startsAt", w.title, w.id LIMIT ${bookableAtMost}`
  return rows.map((row) => ({ ...row, timeZone: referral.timeZone }))
}

/** The seats kept or waited for; those of sessions called off or given up are no more. Nothing for who is no side of it. */
export async function listSeatsOf(party: Party, referralId: string, at: Date): Promise<ReferralSeat[]> {
  const referral = await findReferral(party, referralId, at)
  if (!referral) return []
  const rows = await db.$queryRaw<Omit<ReferralSeat, 'timeZone'>[]>`
    SELECT k.id, k.status, w.title, w."isCycle", s."startsAt", s."endsAt", s."startsAt" > ${at} AS "isComing",
      CASE WHEN k.status = 'WAITING' THEN (
        SELECT count(*) FROM "WorkshopSeat" b WHERE b."workshopId" = k."workshopId" AND b.status = 'WAITING'
          AND b."sessionId" IS NOT DISTINCT FROM k."sessionId" AND b.rank <= k.rank)::int END AS turn,
      (SELECT a.attendance FROM "WorkshopAttendance" a JOIN "WorkshopSession" x ON x.id = a."sessionId"
        WHERE a."seatId" = k.id ORDER BY x."startsAt" DESC LIMIT 1) AS attendance,
      (SELECT count(*) FROM "WorkshopAttendance" a WHERE a."seatId" = k.id AND a.attendance = 'PRESENT')::int AS attended
    FROM "WorkshopSeat" k JOIN "Workshop" w ON w.id = k."workshopId" CROSS JOIN LATERAL (
      SELECT * FROM "WorkshopSession" x
      WHERE x."workshopId" = w.id AND x.id = coalesce(k."sessionId", x.id) AND x."cancelledAt" IS NULL
      ORDER BY x."startsAt" <= ${at}, abs(extract(epoch FROM x."startsAt" - ${at}::timestamptz)) LIMIT 1) s
    WHERE k."referralId" = ${referralId}::uuid AND k.status <> 'CANCELLED' ORDER BY s."startsAt", k.rank`
  return rows.map((row) => ({ ...row, timeZone: referral.timeZone }))
}

async function findReferral(party: Party, id: string, at: Date) {
  const referral = await db.referral.findFirst({
    where: { AND: [{ id }, referralsOf(party, at)] },
    select: { placeId: true, status: true, place: { select: { commune: { select: { departmentCode: true } } } } },
  })
  return referral && { ...referral, timeZone: timeZoneOf(referral.place.commune.departmentCode) }
}
