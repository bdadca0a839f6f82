import type { Meaning } from '@/lib/needs/meaning'
import { Prisma } from '@/prisma/client/client'
import { facetGroupsOf } from './facets'
import { isOpenAt, isOpenAtTimes } from './opening-times'
import type { Search } from './schema'
import { wordConditions } from './word-matching'

/** A search whose words have been understood: without words, there is nothing to understand. */
export type UnderstoodSearch = Search & { meaning: Meaning | null }

/**
 * The condition that a search puts on `"Place" p`, for `WHERE`: published, and matching every filter.
 *
 * @param at the instant that `openAt` stands for; its week must have been computed (`ensureWeek`)
 */
export function matching(search: UnderstoodSearch, at: Date): Prisma.Sql {
  const conditions = [
    Prisma.sql`p.status = 'PUBLISHED'`,
    ...within(search),
    ...facetGroupsOf(search).map((group) => Prisma.sql`p.facets && ${group}::smallint[]`),
    ...(search.meaning ? wordConditions(search.meaning) : []),
  ]
  if (search.openAt !== null) conditions.push(isOpenAt(at))
  if (search.openingTimes.length > 0) conditions.push(isOpenAtTimes(search.openingTimes, new Date()))
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
