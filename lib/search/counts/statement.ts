import { Prisma } from '@/prisma/client/client'
import type { Alike } from '../facet-counts'
import { openNumber, timeNumbers } from '../facet-parameters'
import { facetLists } from '../facets'
import { allOf, conditionsOf, isWithin, origin, type UnderstoodSearch } from '../matching'
import type { NarrowingField } from '../narrowing'
import { isOpenAt, isOpenAtTimes } from '../opening-times'
import { furthestReach, reachSteps } from '../reach'

/** The filters whose values bear a number; the words, the territory and the radius of a search do not. */
const counted = new Set<NarrowingField>([...facetLists, 'isAccessible', 'openAt', 'openingTimes'])

/** What holds for every count of a search: its filters apart from those that are counted. */
export function uncountedConditions(search: UnderstoodSearch, at: Date) {
  return conditionsOf(search, at).filter(({ field }) => !counted.has(field))
}

/** Published places by their facets, as `Alike`s: enough where nothing else is asked. */
export const everywhereAlike = Prisma.sql`
  SELECT facets, 0 AS step, sum(change)::int AS count FROM "PlaceTally" GROUP BY facets HAVING sum(change) <> 0`

/**
 * The places that the filters choose among, for `withHours`.
 *
 * @param isWithinReach only those of a reasonable trip, by its steps
 */
export function alikeStatement(search: UnderstoodSearch, at: Date, isWithinReach: boolean): Prisma.Sql {
  const near = isWithinReach ? search.near : null
  const conditions = [allOf(uncountedConditions(search, at)), ...(near ? [isWithin(near, furthestReach * 1000)] : [])]
  const [first, second] = reachSteps
  const step = near
    ? Prisma.sql`greatest(0, 1 + floor((ground_metres(p.position <-> ${origin(near)}) - ${first * 1000}) /
        ${(second - first) * 1000}))::int`
    : Prisma.sql`0`
  const met = countedHours(at).map(
    (sql, bit) => Prisma.sql`CASE WHEN ${sql} THEN ${Prisma.raw(`${2 ** bit}`)} ELSE 0 END`,
  )
  return Prisma.sql`
    SELECT facets, step, hours, count(*)::int AS count FROM (
      SELECT p.facets, ${step} AS step, ${Prisma.join(met, ' + ')} AS hours
      FROM "Place" p WHERE ${Prisma.join(conditions, ' AND ')}) places
    WHERE step < ${reachSteps.length} GROUP BY facets, step, hours`
}

const countedHours = (at: Date) => [isOpenAt(at), ...timeNumbers.map(({ time }) => isOpenAtTimes([time], new Date()))]

/** The conditions on hours that were met, one a bit, as numbers beside those of facets. */
export function withHours({ facets, hours, ...alike }: Alike & { hours: number }): Alike {
  const numbers = [openNumber, ...timeNumbers.map(({ number }) => number)]
  return { ...alike, facets: [...facets, ...numbers.filter((_, bit) => hours & (2 ** bit))] }
}
