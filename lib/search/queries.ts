import 'server-only'
import { db } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'
import type { FoundPlace, MapPlace } from './found-place'
import { matching, origin } from './matching'
import type { Problem } from './query-reader'
import type { Search } from './schema'

/** A page of the places that match, and how many match in all. */
export async function searchPlaces(search: Search): Promise<{ total: number; places: FoundPlace[] }> {
  const at = instantOf(search)
  const where = matching(search, at)
  const [counted] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM "Place" p WHERE ${where}`
  const places = await db.$queryRaw<FoundPlace[]>`
    SELECT p.id, p.name, p.kind::text AS kind, p.address, p."addressComplement", p.postcode,
      c.name AS "communeName", p."communeCode", c."departmentCode", p.latitude, p.longitude,
      p.precision NOT IN ('SURVEYED', 'ADDRESS') AS "isApproximate", ${distance(search)} AS distance,
      p."openingHours", ${servicesOf} AS services, p.fees::text[] AS fees, p.phone, ${isOpen(at)} AS "isOpen", p."isDemo"
    FROM "Place" p JOIN "Commune" c ON c.code = p."communeCode"
    WHERE ${where} ORDER BY ${order(search)} LIMIT ${search.limit} OFFSET ${(search.page - 1) * search.limit}`
  return { total: counted?.total ?? 0, places }
}

/** Every place that matches, whatever the page. */
export async function placesForMap(search: Search): Promise<MapPlace[]> {
  return db.$queryRaw<MapPlace[]>`
    SELECT p.id, p.name, p.kind::text AS kind, p.latitude, p.longitude,
      p.precision NOT IN ('SURVEYED', 'ADDRESS') AS "isApproximate"
    FROM "Place" p WHERE ${matching(search, instantOf(search))} ORDER BY p.id`
}

/** The communes and départements of a search that do not exist: what reading alone cannot tell. */
export async function findUnknownTerritories({ communeCodes, departmentCodes }: Search): Promise<Problem[]> {
  if (communeCodes.length === 0 && departmentCodes.length === 0) return []
  const known = await db.$queryRaw<{ parameter: string; code: string }[]>`
    SELECT 'commune' AS parameter, code FROM "Commune" WHERE code = ANY(${communeCodes})
    UNION ALL SELECT 'departement', code FROM "Department" WHERE code = ANY(${departmentCodes})`
  const unknown = (parameter: string, codes: string[], reason: string) =>
    codes
      .filter((value) => !known.some((row) => row.parameter === parameter && row.code === value))
      .map((value) => ({ parameter, value, reason }))
  return [
    ...unknown('commune', communeCodes, 'aucune commune n’a ce code INSEE'),
    ...unknown('departement', departmentCodes, 'aucun département n’a ce code'),
  ]
}

const instantOf = ({ openAt }: Search) => (openAt instanceof Date ? openAt : new Date())

const servicesOf = Prisma.sql`
  ARRAY(SELECT s.service::text FROM "PlaceService" s WHERE s."placeId" = p.id ORDER BY s.service)`

function distance({ near }: Search): Prisma.Sql {
  return near ? Prisma.sql`round(ground_metres(p.position <-> ${origin(near)}))::int` : Prisma.sql`NULL::int`
}

/** True or false where it is certain; unknown without hours, with hours nobody can read, or "sur rendez-vous". */
function isOpen(at: Date): Prisma.Sql {
  return Prisma.sql`(
    SELECT CASE WHEN bool_or(i."isCertain") THEN true WHEN bool_or(NOT i."isCertain") THEN NULL ELSE false END
    FROM "Schedule" h LEFT JOIN "ScheduleInterval" i ON i."scheduleId" = h.id AND i.during @> ${at}::timestamptz
    WHERE h.id = p."scheduleId" AND h."isReadable" GROUP BY h.id)`
}

/** Equal places keep one order from page to page: their id decides. */
function order({ near, sort }: Search): Prisma.Sql {
  if (sort === 'DISTANCE' && near) return Prisma.sql`p.position <-> ${origin(near)}, p.id`
  if (sort === 'UPDATED') return Prisma.sql`p."recordDate" DESC, p.id`
  return Prisma.sql`fold(p.name) COLLATE "C", p.id`
}
