import 'server-only'
import { db, type Transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { queueMail } from '@/lib/mail/mutations'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { Prisma } from '@/prisma/client/client'
import type { SeatStatus } from '@/prisma/client/enums'
import { seatMessages, whenWords } from '../messages'

/**
 * Gives the seats that are free to those who wait for them, in their order, and tells their helpers. Whoever calls
 * holds the workshop's row, so that nobody else counts meanwhile.
 */
export async function fillSeats(tx: Transaction, workshopId: string, at: Date): Promise<void> {
  const promoted = await tx.$queryRaw<{ id: string; startsAt: Date }[]>`
    WITH open AS (
      SELECT NULL::uuid AS "sessionId", w.seats, w."otherSeats", (
        SELECT min(s."startsAt") FROM "WorkshopSession" s
        WHERE s."workshopId" = w.id AND s."cancelledAt" IS NULL AND s."startsAt" > ${at}) AS "startsAt"
      FROM "Workshop" w WHERE w.id = ${workshopId}::uuid AND w."isCycle"
      UNION ALL
      SELECT s.id, w.seats, s."otherSeats", s."startsAt"
      FROM "WorkshopSession" s JOIN "Workshop" w ON w.id = s."workshopId"
      WHERE w.id = ${workshopId}::uuid AND NOT w."isCycle" AND s."cancelledAt" IS NULL AND s."startsAt" > ${at}),
    waiting AS (
      SELECT k.id, o."startsAt", o.seats - o."otherSeats" - (
          SELECT count(*) FROM "WorkshopSeat" b
          WHERE b."workshopId" = k."workshopId" AND b."sessionId" IS NOT DISTINCT FROM k."sessionId"
            AND b.status = 'BOOKED') AS free,
        row_number() OVER (PARTITION BY k."sessionId" ORDER BY k.rank) AS turn
      FROM "WorkshopSeat" k JOIN open o ON o."sessionId" IS NOT DISTINCT FROM k."sessionId"
      WHERE k."workshopId" = ${workshopId}::uuid AND k.status = 'WAITING' AND o."startsAt" IS NOT NULL)
    UPDATE "WorkshopSeat" k SET status = 'BOOKED', "updatedAt" = ${at} FROM waiting
    WHERE k.id = waiting.id AND (free IS NULL OR turn <= free) RETURNING k.id, waiting."startsAt"`
  for (const { id, startsAt } of promoted) await tell(tx, Prisma.sql`k.id = ${id}::uuid`, 'promoted', startsAt, id)
}

/** The same everywhere: what a restored backup erased again left seats free under those who wait. */
export async function fillEverySeat(at: Date): Promise<void> {
  const waiting = await db.$queryRaw<{ workshopId: string }[]>`
    SELECT DISTINCT k."workshopId" FROM "WorkshopSeat" k WHERE k.status = 'WAITING' AND EXISTS (
      SELECT FROM "WorkshopSession" s WHERE s."workshopId" = k."workshopId" AND s."startsAt" > ${at}) ORDER BY 1`
  for (const { workshopId } of waiting) {
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT FROM "Workshop" WHERE id = ${workshopId}::uuid FOR NO KEY UPDATE`
      await fillSeats(tx, workshopId, at)
    })
  }
}

/** Those of a session that is off, or of a workshop that is taken back: their helpers are told. */
export async function cancelSeats(
  tx: Transaction,
  { workshopId, sessionId }: { workshopId: string; sessionId?: string },
  at: Date,
): Promise<void> {
  const gone = await tx.$queryRaw<{ id: string; startsAt: Date }[]>`
    WITH gone AS (
      SELECT k.id, s."startsAt" FROM "WorkshopSeat" k CROSS JOIN LATERAL (
        SELECT min(s."startsAt") AS "startsAt" FROM "WorkshopSession" s
        WHERE s."workshopId" = k."workshopId" AND s.id = coalesce(k."sessionId", s.id) AND s."endsAt" > ${at}) s
      WHERE k."workshopId" = ${workshopId}::uuid AND k.status <> 'CANCELLED' AND s."startsAt" IS NOT NULL
        AND (${sessionId ?? null}::uuid IS NULL OR k."sessionId" = ${sessionId ?? null}::uuid))
    UPDATE "WorkshopSeat" k SET status = 'CANCELLED', "updatedAt" = ${at} FROM gone
    WHERE k.id = gone.id RETURNING k.id, gone."startsAt"`
  for (const { id, startsAt } of gone) await tell(tx, Prisma.sql`k.id = ${id}::uuid`, 'cancelled', startsAt, id)
}

/** Tells the helpers who have seats in a session, or in its cycle, that it changed. */
export async function tellMoved(
  tx: Transaction,
  { workshopId, sessionId, version }: { workshopId: string; sessionId: string; version: number },
): Promise<void> {
  const { startsAt, cancelledAt } = await tx.workshopSession.findUniqueOrThrow({ where: { id: sessionId } })
  const seats = Prisma.sql`k."workshopId" = ${workshopId}::uuid AND k.status <> 'CANCELLED'
    AND (k."sessionId" IS NULL OR k."sessionId" = ${sessionId}::uuid)`
  const what = cancelledAt ? 'sessionOff' : 'moved'
  await tell(tx, seats, what, startsAt, `${sessionId} ${version}`)
}

/** Gives up the seats of a referral that will not come of it: those behind it move up. */
export async function freeSeats(tx: Transaction, referralIds: readonly string[], at: Date): Promise<void> {
  const coming = Prisma.sql`k."referralId" = ANY(${referralIds}::uuid[]) AND k.status <> 'CANCELLED' AND EXISTS (
    SELECT FROM "WorkshopSession" s WHERE s."workshopId" = k."workshopId"
      AND s.id = coalesce(k."sessionId", s.id) AND s."startsAt" > ${at})`
  const workshops = await tx.$queryRaw<{ workshopId: string }[]>`
    SELECT DISTINCT k."workshopId" FROM "WorkshopSeat" k WHERE ${coming} ORDER BY 1`
  for (const { workshopId } of workshops) {
    await tx.$queryRaw`SELECT FROM "Workshop" WHERE id = ${workshopId}::uuid FOR NO KEY UPDATE`
    await tx.$executeRaw`
      UPDATE "WorkshopSeat" k SET status = 'CANCELLED', "updatedAt" = ${at}
      WHERE k."workshopId" = ${workshopId}::uuid AND ${coming}`
    await fillSeats(tx, workshopId, at)
  }
}

interface Told {
  seatId: string
  status: SeatStatus
  referralId: string
  code: string
  departmentCode: string
  emails: string[]
}

/** One message to the helper of each seat; to her colleagues when she left. */
async function tell(
  tx: Transaction,
  seats: Prisma.Sql,
  what: keyof typeof seatMessages,
  startsAt: Date,
  key: string,
): Promise<void> {
  const told = await tx.$queryRaw<Told[]>`
    SELECT k.id AS "seatId", k.status, r.id AS "referralId", r.code, c."departmentCode", ARRAY(
      SELECT u.email::text FROM "User" u JOIN "Membership" m ON m."userId" = u.id
      WHERE m."organisationId" = r."organisationId" AND m.role = 'HELPER'
        AND u.id = coalesce((
          SELECT h."userId" FROM "Membership" h
          WHERE h."userId" = r."helperId" AND h."organisationId" = r."organisationId" AND h.role = 'HELPER'), u.id)
      ORDER BY 1) AS emails
    FROM "WorkshopSeat" k JOIN "Referral" r ON r.id = k."referralId"
    JOIN "Workshop" w ON w.id = k."workshopId" JOIN "Place" p ON p.id = w."placeId"
    JOIN "Commune" c ON c.code = p."communeCode" WHERE ${seats} ORDER BY k.rank`
  const mails = told.flatMap(({ seatId, status, referralId, code, departmentCode, emails }) =>
    emails.map((to) => ({
      key: `seat ${what} ${seatId} ${key} ${to}`,
      to,
      ...seatMessages[what]({
        code,
        when: whenWords(startsAt, timeZoneOf(departmentCode)),
        isWaiting: status === 'WAITING',
        link: `${env().PUBLIC_URL}/orientation/suivi/${referralId}`,
      }),
    })),
  )
  if (mails.length > 0) await queueMail(tx, ...mails)
}
