import { Prisma } from '@/prisma/client/client'
import { facetGroupsOf } from './facets'
import type { Search } from './schema'
import { type Word, wordsOf } from './words'

/**
 * The condition that a search puts on `"Place" p`, for `WHERE`: published, and matching every filter.
 *
 * @param at the instant that `openAt` stands for; its week must have been computed (`ensureWeek`)
 */
export function matching(search: Search, at: Date): Prisma.Sql {
  const conditions = [
    Prisma.sql`p.status = 'PUBLISHED'`,
    ...within(search),
    ...facetGroupsOf(search).map((group) => Prisma.sql`p.facets && ${group}::smallint[]`),
    ...(search.words === null ? [] : wordsOf(search.words).map(hasWord)),
  ]
  if (search.openAt !== null) conditions.push(isOpenAt(at))
  return Prisma.join(conditions, ' AND ')
}

/** The point that `<->` measures from, to a tenth of a millimetre: far smaller angles underflow. */
export function origin({ latitude, longitude }: NonNullable<Search['near']>): Prisma.Sql {
  const rounded = (degrees: number) => Math.round(degrees * 1e9) / 1e9
  return Prisma.sql`earth_position(${rounded(latitude)}::float8, ${rounded(longitude)}::float8)`
}

function within({ near, radius, communeCodes, departmentCodes }: Search): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = []
  if (near && radius !== null) {
    const chord = Prisma.sql`chord_metres(${radius * 1000}::float8)`
    // The box lets the GiST index answer; the metre spares places on the edge from its rounding.
    conditions.push(Prisma.sql`p.position <@ cube_enlarge(${origin(near)}, ${chord} + 1, 3)`)
    conditions.push(Prisma.sql`p.position <-> ${origin(near)} <= ${chord}`)
  }
  if (communeCodes.length > 0) {
    conditions.push(Prisma.sql`p."communeCode" IN (
      SELECT code FROM "Commune" WHERE code = ANY(${communeCodes}) OR "parentCode" = ANY(${communeCodes}))`)
  }
  if (departmentCodes.length > 0) {
    conditions.push(
      Prisma.sql`p."communeCode" IN (SELECT code FROM "Commune" WHERE "departmentCode" = ANY(${departmentCodes}))`,
    )
  }
  return conditions
}

function offers(services: Search['services']): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM "PlaceService" s WHERE s."placeId" = p.id AND s.service = ANY(${services}::"Service"[]))`
}

function isOpenAt(at: Date): Prisma.Sql {
  return Prisma.sql`p."scheduleId" IN (
    SELECT i."scheduleId" FROM "ScheduleInterval" i WHERE i.during @> ${at}::timestamptz AND i."isCertain")`
}

/** The start of a word of the place, or nearly one: a letter missed in a long word still finds it. */
function hasWord({ spellings, services, kinds }: Word): Prisma.Sql {
  const ways = spellings.flatMap((spelling) => [
    Prisma.sql`p."searchText" LIKE ${`${spelling}%`}`,
    Prisma.sql`p."searchText" LIKE ${`% ${spelling}%`}`,
  ])
  const long = spellings.filter((spelling) => spelling.length >= 5 && !/\d/.test(spelling))
  ways.push(...long.map((spelling) => Prisma.sql`${spelling} <<% p."searchText"`))
  if (kinds.length > 0) ways.push(Prisma.sql`p.kind = ANY(${kinds}::"PlaceKind"[])`)
  if (services.length > 0) ways.push(offers(services))
  return Prisma.sql`(${Prisma.join(ways, ' OR ')})`
}
