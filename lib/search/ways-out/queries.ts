import 'server-only'
import { queryFast } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'
import { type Condition, conditionsOf, origin } from '../matching'
import { judgedInstant, understood } from '../queries'
import type { Search } from '../schema'
import { type Profile, radiusSteps, type WayOut, waysOut, wayWithout, widerRadii } from './ways-out'

export interface WaysOut {
  ways: WayOut[]
  wider: { kilometres: number; total: number }[]
  /** Every place, whatever the filters, where there is a position to list them from */
  everything: WayOut | null
}

/**
 * What to give up, or how far to go, so that a search finds something: one pass over the published places.
 *
 * @param within metres: only ways to a place nearer than this are worth telling
 */
export async function findWaysOut(asked: Search, within?: number): Promise<WaysOut> {
  const [search, at] = await Promise.all([understood(asked), judgedInstant(asked)])
  const conditions = conditionsOf(search, at)
  const fields = conditions.map(({ field }) => field)
  const profiles = await queryFast<Profile>(profileStatement(search, conditions))
  const { radius, near } = search
  const everything = near ? wayWithout(fields, profiles, fields) : null
  return {
    ways: waysOut(fields, profiles, within),
    wider: radius === null ? [] : widerRadii(fields, profiles, radius),
    everything: everything && everything.total > 0 ? everything : null,
  }
}

function profileStatement({ near }: Search, conditions: readonly Condition[]): Prisma.Sql {
  const met = conditions.map(({ field, sql }) => (field === 'words' ? among(sql) : sql))
  const distance = near ? Prisma.sql`ground_metres(p.position <-> ${origin(near)})` : Prisma.sql`NULL::float8`
  const steps = radiusSteps.map((kilometres) => kilometres * 1000)
  return Prisma.sql`
    SELECT met, step, count(*)::int AS count, min(distance) AS nearest FROM (
      SELECT ARRAY[${met.length > 0 ? Prisma.join(met.map((sql) => Prisma.sql`coalesce((${sql}), false)`)) : Prisma.empty}]::bool[] AS met,
        distance, ${near ? Prisma.sql`width_bucket(distance, ${steps}::float8[])` : Prisma.sql`0`} AS step
      FROM "Place" p, LATERAL (SELECT ${distance} AS distance) d WHERE p.status = 'PUBLISHED') places
    GROUP BY met, step`
}

/** Words are looked for once, by their indexes, rather than in each place. */
function among(words: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`p.id IN (SELECT p.id FROM "Place" p WHERE p.status = 'PUBLISHED' AND ${words})`
}
