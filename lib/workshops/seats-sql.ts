import { Prisma } from '@/prisma/client/client'

/**
 * The seats that are left in `"WorkshopSession" s` of `"Workshop" w`, or in its cycle; null when nobody said how many
 * there are (`greatest` alone would make that 0).
 */
export const seatsLeft = Prisma.sql`
  CASE WHEN w.seats IS NOT NULL THEN greatest(0, w.seats - CASE WHEN w."isCycle" THEN w."otherSeats" ELSE s."otherSeats" END - (
    SELECT count(*) FROM "WorkshopSeat" k
    WHERE k."workshopId" = w.id AND k.status = 'BOOKED'
      AND k."sessionId" IS NOT DISTINCT FROM CASE WHEN w."isCycle" THEN NULL ELSE s.id END))::int END`
