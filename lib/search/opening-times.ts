import { horizonOf, type OpeningTime, type TimeWindow, windowsOf } from '@/lib/hours/opening-time'
import { overseasDepartments, timeZoneOf } from '@/lib/territory/time-zone'
import { Prisma } from '@/prisma/client/client'

/** Certainly open at an instant, its week being judged, and not closed that day. */
export function isOpenAt(at: Date): Prisma.Sql {
  return Prisma.sql`p."scheduleId" IN (
    SELECT i."scheduleId" FROM "ScheduleInterval" i WHERE i.during @> ${at}::timestamptz AND i."isCertain")
    AND NOT ${isClosedOn(Prisma.sql`x.during @> ${at}::timestamptz`)}`
}

/** Whether `"Place" p` is exceptionally closed. @param when a condition on `"PlaceClosure" x` */
export function isClosedOn(when: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM "PlaceClosure" x WHERE x."placeId" = p.id AND ${when})`
}

/**
 * Certainly open at one of these times of the coming fortnight: hours are compared once a schedule, and
 * once more a place where a closure is announced.
 */
export function isOpenAtTimes(times: readonly OpeningTime[], now: Date): Prisma.Sql {
  const overseas = Prisma.sql`h."departmentCode" = ANY(${overseasDepartments})`
  const mainland = windowsOf(times, timeZoneOf(''), now)
  const elsewhere = overseasDepartments.flatMap((code) =>
    windowsOf(times, timeZoneOf(code), now).map((window) => ({ code, ...window })),
  )
  const froms = (windows: readonly TimeWindow[]) => windows.map(({ from }) => from)
  const tos = (windows: readonly TimeWindow[]) => windows.map(({ to }) => to)
  const windows = Prisma.sql`unnest(${froms(mainland)}::timestamptz[], ${tos(mainland)}::timestamptz[]) AS w ("from", "to")`
  const windowsByCode = Prisma.sql`unnest(${elsewhere.map(({ code }) => code)}::text[],
    ${froms(elsewhere)}::timestamptz[], ${tos(elsewhere)}::timestamptz[]) AS w (code, "from", "to")`
  // Overseas, the evening is the afternoon of Paris: starting from the windows would meet every schedule.
  const opened = (condition: Prisma.Sql) => Prisma.sql`(
    SELECT h.id, w."from", w."to" FROM ${windows}
      JOIN "ScheduleInterval" i ON i.during && tstzrange(w."from", w."to") AND i."isCertain"
      JOIN "Schedule" h ON h.id = i."scheduleId" AND NOT ${overseas} WHERE ${condition}
    UNION ALL
    SELECT h.id, w."from", w."to" FROM "Schedule" h JOIN ${windowsByCode} ON w.code = h."departmentCode"
      JOIN "ScheduleInterval" i ON i."scheduleId" = h.id AND i.during && tstzrange(w."from", w."to") AND i."isCertain"
      WHERE ${overseas} AND ${condition})`
  const [yesterday] = horizonOf(now)
  return Prisma.sql`p."scheduleId" IN (SELECT id FROM ${opened(Prisma.sql`true`)} o)
    AND (NOT ${isClosedOn(Prisma.sql`x."to" >= ${yesterday}::date`)} OR EXISTS (
      SELECT FROM ${opened(Prisma.sql`h.id = p."scheduleId"`)} o
      WHERE NOT ${isClosedOn(Prisma.sql`x.during && tstzrange(o."from", o."to")`)}))`
}
