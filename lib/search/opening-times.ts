import { horizonOf, type OpeningTime, windowsOf } from '@/lib/hours/opening-time'
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
  const [yesterday] = horizonOf(now)
  return Prisma.sql`(p."scheduleId" IN (${openOnMainland(times, now)}) OR ${isOverseas} AND EXISTS (${openOverseas(times, now)}))
    AND (NOT ${isClosedOn(Prisma.sql`x."to" >= ${yesterday}::date`)} OR EXISTS (
      SELECT FROM "Schedule" h JOIN "Department" d ON d.code = h."departmentCode"
      JOIN ${windowsOfZones(times, now)} ON w.zone = d."timeZone"
      JOIN "ScheduleInterval" i ON i."scheduleId" = h.id AND i."isCertain" AND ${meets}
      WHERE h.id = p."scheduleId" AND NOT ${isClosedOn(Prisma.sql`x.during && tstzrange(w."from", w."to")`)}))`
}

/** Compared by its ends, an interval is found by its schedule: that index is the narrow one here. */
const meets = Prisma.sql`lower(i.during) < w."to" AND upper(i.during) > w."from"`

const mainlandZone = timeZoneOf('')

/** From each window to the intervals that meet it: few places open in the evening. */
function openOnMainland(times: readonly OpeningTime[], now: Date): Prisma.Sql {
  const ranges = rangesOf(times, mainlandZone, now)
  return Prisma.sql`
    SELECT i."scheduleId" FROM unnest(${ranges}::tstzrange[]) w (during)
    JOIN "ScheduleInterval" i ON i.during && w.during AND i."isCertain"
    JOIN "Schedule" h ON h.id = i."scheduleId" AND h."departmentCode" <> ALL(${overseasDepartments})`
}

/** Whether `"Place" p` is overseas, by the code of its commune. */
const isOverseas = Prisma.sql`p."communeCode" >= '97' AND p."communeCode" < '99'`

/**
 * From the schedule of `"Place" p` to its intervals: overseas, the evening is the afternoon of Paris, when everybody is
 * open.
 */
function openOverseas(times: readonly OpeningTime[], now: Date): Prisma.Sql {
  const ranges = overseasZones.map((zone) => `{${rangesOf(times, zone, now).join()}}`)
  return Prisma.sql`
    SELECT FROM "Schedule" h JOIN "Department" d ON d.code = h."departmentCode" AND d.code = ANY(${overseasDepartments})
    JOIN unnest(${overseasZones}::text[], ${ranges}::tstzmultirange[]) w (zone, during) ON w.zone = d."timeZone"
    JOIN "ScheduleInterval" i ON i."scheduleId" = h.id AND i."isCertain" AND i.during && w.during
    WHERE h.id = p."scheduleId"`
}

const overseasZones = [...new Set(overseasDepartments.map(timeZoneOf))]

function rangesOf(times: readonly OpeningTime[], zone: string, now: Date): string[] {
  return windowsOf(times, zone, now).map(({ from, to }) => `[${from.toISOString()},${to.toISOString()})`)
}

function windowsOfZones(times: readonly OpeningTime[], now: Date): Prisma.Sql {
  const zones = [mainlandZone, ...overseasZones]
  const windows = zones.flatMap((zone) => windowsOf(times, zone, now).map((window) => ({ zone, ...window })))
  return Prisma.sql`unnest(${windows.map(({ zone }) => zone)}::text[], ${windows.map(({ from }) => from)}::timestamptz[],
    ${windows.map(({ to }) => to)}::timestamptz[]) AS w (zone, "from", "to")`
}
