import { Prisma } from '@/prisma/client/client'
import { facetGroupsOf } from './facets'
import { origin, type UnderstoodSearch } from './matching'
import { bands, freshDays } from './near-ties'
import { isOpenAt } from './opening-times'

type Near = NonNullable<UnderstoodSearch['near']>

/** Further than anything on Earth, in metres. */
const everywhere = Prisma.sql`21000000::float8`

/** `near-ties.ts` in SQL: what ranks `"Place" p`, beside its `sortKey`. */
export function ranks(search: UnderstoodSearch, near: Near, at: Date): Prisma.Sql {
  const fresh = new Date(Date.now() - freshDays * 24 * 3600 * 1000)
  return Prisma.sql`${bandStart(metresFrom(near))} AS band, p.freshness = 'STALE' AS "isStale",
    coalesce((${isOpenAt(at)}), false) AS "opensFirst",
    ${askedAndHad(search)} AS fit, (p."recordDate" >= ${fresh.toISOString().slice(0, 10)}::date OR
      coalesce(p."verifiedAt" >= ${fresh}::timestamptz, false)) AS "isFresh"`
}

export const rankOrder = Prisma.sql`band, "isStale", "opensFirst" DESC, fit DESC, "isFresh" DESC, "sortKey", p.id`

/**
 * The end of the band of the last place of a page, as `metres`: the places before it, found by the index, are
 * all that need to be ranked. Everywhere when there are fewer.
 */
export function edgeOf(near: Near, condition: Prisma.Sql, places: number): Prisma.Sql {
  const last = Prisma.sql`last.metres`
  return Prisma.sql`
    SELECT coalesce((
      SELECT ${bandStart(last)} + ${bandWidth(last)} FROM (
        SELECT ${metresFrom(near)} AS metres FROM "Place" p WHERE ${condition}
        ORDER BY p.position <-> ${origin(near)} OFFSET ${places - 1} LIMIT 1) last), ${everywhere}) AS metres`
}

const metresFrom = (near: Near) => Prisma.sql`ground_metres(p.position <-> ${origin(near)})`

/** The values asked for that it has, those that answer a need among them. */
function askedAndHad(search: UnderstoodSearch): Prisma.Sql {
  const needs = search.meaning?.needs ?? []
  const asked = [search, ...needs.map(({ answers }) => answers)].flatMap(facetGroupsOf).flat()
  if (asked.length === 0) return Prisma.sql`0`
  return Prisma.sql`(SELECT count(*)::int FROM unnest(p.facets) had WHERE had = ANY(${asked}::smallint[]))`
}

function bandStart(metres: Prisma.Sql): Prisma.Sql {
  const cases = bands.map(({ upTo, width }, index) => {
    const from = bands[index - 1]?.upTo ?? 0
    return Prisma.sql`WHEN ${metres} < ${raw(upTo)} THEN ${raw(from)} + floor((${metres} - ${raw(from)}) / ${raw(width)}) * ${raw(width)}`
  })
  return Prisma.sql`CASE ${Prisma.join(cases, ' ')} END`
}

function bandWidth(metres: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE ${Prisma.join(
    bands.map(({ upTo, width }) => Prisma.sql`WHEN ${metres} < ${raw(upTo)} THEN ${raw(width)}`),
    ' ',
  )} END`
}

const raw = (metres: number) => Prisma.raw(Number.isFinite(metres) ? `${metres}::float8` : `'Infinity'::float8`)
