import type { Meaning } from '@/lib/needs/meaning'
import { Prisma } from '@/prisma/client/client'
import { facetFiltersOf } from './facets'
import type { NarrowingField } from './narrowing'
import { isOpenAt, isOpenAtTimes } from './opening-times'
import type { Search } from './schema'
import { wordConditions } from './word-matching'

/** A search whose words have been understood: without words, there is nothing to understand. */
export type UnderstoodSearch = Search & { meaning: Meaning | null }

/** One filter of a search, and its condition on `"Place" p`. */
export interface Condition {
  field: NarrowingField
  sql: Prisma.Sql
}

/**
 * The condition that a search puts on `"Place" p`, for `WHERE`: published, and matching every filter.
 *
 * @param at the instant that `openAt` stands for; its week must have been computed (`ensureWeek`)
 */
export function matching(search: UnderstoodSearch, at: Date): Prisma.Sql {
  return allOf(conditionsOf(search, at))
}

/** For `WHERE`: published, and meeting these conditions. */
export function allOf(conditions: readonly Condition[]): Prisma.Sql {
  return Prisma.join([Prisma.sql`p.status = 'PUBLISHED'`, ...conditions.map(({ sql }) => sql)], ' AND ')
}

/** Everything that a search asks: one condition for each filter. */
export function conditionsOf(search: UnderstoodSearch, at: Date): Condition[] {
  const words = search.meaning ? wordConditions(search.meaning) : []
  const conditions: Condition[] = [
    ...within(search),
    ...facetFiltersOf(search).map(({ field, numbers }) => ({
      field,
      sql: Prisma.sql`p.facets && ${numbers}::smallint[]`,
    })),
  ]
  if (words.length > 0) conditions.push({ field: 'words', sql: Prisma.sql`(${Prisma.join(words, ' AND ')})` })
  if (search.openAt !== null) conditions.push({ field: 'openAt', sql: isOpenAt(at) })
  if (search.openingTimes.length > 0) {
    conditions.push({ field: 'openingTimes', sql: isOpenAtTimes(search.openingTimes, new Date()) })
  }
  return conditions
}

/** The point that `<->` measures from, to a tenth of a millimetre: far smaller angles underflow. */
export function origin({ latitude, longitude }: NonNullable<Search['near']>): Prisma.Sql {
  const rounded = (degrees: number) => Math.round(degrees * 1e9) / 1e9
  return Prisma.sql`earth_position(${rounded(latitude)}::float8, ${rounded(longitude)}::float8)`
}

function within({ near, radius, communeCodes, departmentCodes }: Search): Condition[] {
  const conditions: Condition[] = []
  if (near && radius !== null) conditions.push({ field: 'radius', sql: isWithin(near, radius * 1000) })
  if (communeCodes.length > 0) {
    conditions.push({
      field: 'communeCodes',
      sql: Prisma.sql`p."communeCode" IN (
        SELECT code FROM "Commune" WHERE code = ANY(${communeCodes}) OR "parentCode" = ANY(${communeCodes}))`,
    })
  }
  if (departmentCodes.length > 0) {
    conditions.push({
      field: 'departmentCodes',
      sql: Prisma.sql`p."communeCode" IN (
        SELECT code FROM "Commune" WHERE "departmentCode" = ANY(${departmentCodes}))`,
    })
  }
  return conditions
}

/** @param metres along the ground, the edge included */
export function isWithin(near: NonNullable<Search['near']>, metres: number): Prisma.Sql {
  const chord = Prisma.sql`chord_metres(${metres}::float8)`
  // The box lets the GiST index answer; the metre spares places on the edge from its rounding.
  return Prisma.sql`p.position <@ cube_enlarge(${origin(near)}, ${chord} + 1, 3)
    AND p.position <-> ${origin(near)} <= ${chord}`
}
