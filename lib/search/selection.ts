import { type Week, weeksOf } from '@/lib/hours/schedule-week'
import { Prisma } from '@/prisma/client/client'
import { facetGroupsOf } from './facets'
import { matching, origin, type UnderstoodSearch } from './matching'
import { edgeOf, rankOrder, ranks } from './near-ties-sql'
import { isClosedOn } from './opening-times'
import { defaultLimit, isByDistance, type Search } from './schema'

/** A list of codes as text; a place that was never given one has an empty one. */
const codes = (column: Prisma.Sql) => Prisma.sql`coalesce(${column}::text[], '{}') AS ${column}`

/** What a list of results shows of a place: the fields of `FoundPlace`. */
export const cardColumns = Prisma.sql`
  p.id, p.name, p.kind::text AS kind, p.address, p."addressComplement", p.postcode, c.name AS "communeName",
  p."communeCode", c."departmentCode", p.latitude, p.longitude,
  p.precision NOT IN ('SURVEYED', 'ADDRESS') AS "isApproximate", p."openingHours", ${codes(Prisma.sql`fees`)},
  p.phone, p."isDemo", p.facets`

/** What the national schema says of a place: the fields of `PlaceForExport`, its services aside. */
export const recordColumns = Prisma.sql`
  p.id, p.kind::text AS kind, p.pivot, p.name, c.name AS "communeName", c."departmentCode", p.postcode, p."communeCode",
  p.address, p."addressComplement", p.latitude, p.longitude, p.phone, p."openingHours", p.summary, p.description,
  p."collectedBy", p."parentStructure", p."recordDate"::timestamp AT TIME ZONE 'UTC' AS "recordDate",
  p."accessibilityUrl", p."bookingUrl",
  ${Prisma.join(
    [
      Prisma.sql`typologies`,
      Prisma.sql`emails`,
      Prisma.sql`websites`,
      Prisma.sql`itinerancy`,
      Prisma.sql`audiences`,
      Prisma.sql`"specialCare"`,
      Prisma.sql`fees`,
      Prisma.sql`programmes`,
      Prisma.sql`labels`,
      Prisma.sql`"otherLabels"`,
      Prisma.sql`"accessModes"`,
      Prisma.sql`"supportModes"`,
    ].map(codes),
  )}`

/** Stands on every row of a page, and on a row of its own when the page is empty. */
export interface Facts {
  total: number
  /** The sum of public changes that the total stands for; null where it is counted each time */
  mark: string | null
  /** Whether the hours of the weeks have been judged: `isOpen` and filters on hours mean nothing before */
  isJudged: boolean
}

/** A total that was told, of how many places in all, and the mark it was told with. */
export interface KeptTotal {
  total: number
  published: number
  mark: string
}

/** Counts the places that filters alone tell apart, as a `KeptTotal`. */
export function countStatement(search: Search): Prisma.Sql {
  return Prisma.sql`
    SELECT coalesce(sum(change) FILTER (WHERE ${byFacets(search)}), 0)::int AS total,
      coalesce(sum(change), 0)::int AS published,
      (SELECT coalesce(sum(statements), 0)::text FROM "PublicChange") AS mark
    FROM "PlaceTally"`
}

/**
 * Whether to find all that match before ranking them: walking from the nearest on until a page is full passes
 * `published / total` places for each one found. Passing one costs about three times as much as finding one.
 */
function isRare(search: Search, kept: KeptTotal | undefined): boolean {
  return kept !== undefined && kept.total ** 2 < 3 * search.page * search.limit * kept.published
}

/**
 * One statement tells a page of places and the facts.
 *
 * @param weeks those that the answer depends on
 * @param kept the total of the same filters before: it stands if nothing public has changed
 */
export function pageStatement(
  search: UnderstoodSearch,
  at: Date,
  columns: Prisma.Sql,
  weeks: readonly Week[] = weeksOf([at]),
  kept?: KeptTotal,
): Prisma.Sql {
  const mondays = weeks.map(({ from }) => from.toISOString().slice(0, 10))
  const total = totalOf(search, at)
  const facts =
    totalKey(search) === null
      ? Prisma.sql`${total} AS total, NULL::text AS mark`
      : Prisma.sql`CASE WHEN change.mark = ${kept?.mark ?? ''} THEN ${kept?.total ?? 0}::int ELSE ${total} END AS total,
          change.mark FROM (SELECT coalesce(sum(statements), 0)::text AS mark FROM "PublicChange") change`
  return Prisma.sql`
    SELECT facts.*, found.* FROM (
      SELECT told.*, (
        SELECT count(*) = ${weeks.length} FROM "ScheduleWeek" WHERE monday = ANY(${mondays}::date[])) AS "isJudged"
      FROM (SELECT ${facts}) told) facts
    LEFT JOIN LATERAL (${pageOf(search, at, columns, isRare(search, kept))}) found ON true`
}

/**
 * The places of one page in order, `p`, with what depends on the search beside the columns asked for:
 * the page is cut first, so that the rest is worked out for its places only.
 */
function pageOf(search: UnderstoodSearch, at: Date, columns: Prisma.Sql, isSmall: boolean): Prisma.Sql {
  return Prisma.sql`
    SELECT ${columns}, ${distance(search)} AS distance, ${servicesOf} AS services, ${closuresOf} AS closures,
      ${isOpen(at)} AS "isOpen"
    FROM (${cutPage(search, at, isSmall)}) p
    JOIN "Commune" c ON c.code = p."communeCode" ORDER BY ${order(search)}`
}

/** @param isSmall all that match are found first: `OFFSET 0` keeps PostgreSQL from walking the map instead */
function cutPage(search: UnderstoodSearch, at: Date, isSmall: boolean): Prisma.Sql {
  const { near, sort, page, limit } = search
  const matches = matching(search, at)
  const from = isSmall
    ? Prisma.sql`FROM (SELECT p.* FROM "Place" p WHERE ${matches} OFFSET 0) p`
    : Prisma.sql`FROM "Place" p WHERE ${matches}`
  if (!near || sort !== 'NEAR_TIES') {
    return Prisma.sql`SELECT p.*, ${sortKey(search)} AS "sortKey" ${from} ORDER BY ${order(search)} ${cut(search)}`
  }
  const ranked = Prisma.sql`SELECT p.*, ${sortKey(search)} AS "sortKey", ${ranks(search, near, at)}`
  if (isSmall) return Prisma.sql`${ranked} ${from} ORDER BY ${order(search)} ${cut(search)}`
  return Prisma.sql`
    WITH edge AS (${edgeOf(near, matches, page * limit)})
    ${ranked} FROM edge, "Place" p
    WHERE ${matches} AND p.position <@ cube_enlarge(${origin(near)}, chord_metres(edge.metres) + 1, 3)
      AND ground_metres(p.position <-> ${origin(near)}) < edge.metres
    ORDER BY ${order(search)} ${cut(search)}`
}

/** The ids of every match, in order: what an export walks through. */
export function idsOfEveryMatch(search: UnderstoodSearch, at: Date): Prisma.Sql {
  const { near, sort } = search
  const more = near && sort === 'NEAR_TIES' ? Prisma.sql`, ${ranks(search, near, at)}` : Prisma.empty
  return Prisma.sql`
    SELECT p.id FROM (
      SELECT p.id, ${sortKey(search)} AS "sortKey" ${more} FROM "Place" p WHERE ${matching(search, at)}) p
    ORDER BY ${order(search)}`
}

/** How many match. Those that filters alone tell apart need no counting: see PlaceTally. */
function totalOf(search: UnderstoodSearch, at: Date): Prisma.Sql {
  if (!isByFacetsOnly(search)) return Prisma.sql`(SELECT count(*)::int FROM "Place" p WHERE ${matching(search, at)})`
  return Prisma.sql`(SELECT coalesce(sum(change), 0)::int FROM "PlaceTally" WHERE ${byFacets(search)})`
}

function byFacets(search: Search): Prisma.Sql {
  const groups = facetGroupsOf(search).map((group) => Prisma.sql`facets && ${group}::smallint[]`)
  return Prisma.join([Prisma.sql`true`, ...groups], ' AND ')
}

/** What totals of the same filters are kept by; null where the total is kept by the database, or counted. */
export function totalKey(search: Search): string | null {
  return isByFacetsOnly(search) && !isUnfiltered(search) ? JSON.stringify(facetGroupsOf(search)) : null
}

/**
 * The name under which each connection keeps the plan of a page, which costs as much as running it:
 * only for the few pages that everybody asks for. Statements that differ have different names.
 */
export function planName(search: Search, columns: 'card' | 'record'): string | undefined {
  if (!isUnfiltered(search) || !isUsualPage(search)) return undefined
  return `page-${columns}-${search.sort}-${search.near ? 'near' : 'anywhere'}`
}

function isUnfiltered(search: Search): boolean {
  return isByFacetsOnly(search) && facetGroupsOf(search).length === 0
}

function isByFacetsOnly({ radius, words, openAt, openingTimes, communeCodes, departmentCodes }: Search): boolean {
  const lists = [openingTimes, communeCodes, departmentCodes]
  return radius === null && words === null && openAt === null && lists.every((list) => list.length === 0)
}

/** The usual page is written out: PostgreSQL plans a prepared statement better when it knows the number. */
const usualCut = Prisma.raw(`LIMIT ${defaultLimit}`)

function cut(search: Search): Prisma.Sql {
  if (isUsualPage(search)) return usualCut
  return Prisma.sql`LIMIT ${search.limit} OFFSET ${(search.page - 1) * search.limit}`
}

const isUsualPage = ({ page, limit }: Search) => page === 1 && limit === defaultLimit

function sortKey({ near, sort }: Search): Prisma.Sql {
  if (isByDistance(sort) && near) return Prisma.sql`p.position <-> ${origin(near)}`
  return sort === 'UPDATED' ? Prisma.sql`p."recordDate"` : Prisma.sql`fold(p.name) COLLATE "C"`
}

/** Equal places keep one order from page to page: their id decides. */
function order({ sort }: Search): Prisma.Sql {
  if (sort === 'NEAR_TIES') return rankOrder
  return sort === 'UPDATED' ? Prisma.sql`"sortKey" DESC, p.id` : Prisma.sql`"sortKey", p.id`
}

function distance({ near }: Search): Prisma.Sql {
  return near ? Prisma.sql`round(ground_metres(p.position <-> ${origin(near)}))::int` : Prisma.sql`NULL::int`
}

export const servicesOf = Prisma.sql`
  ARRAY(SELECT s.service::text FROM "PlaceService" s WHERE s."placeId" = p.id ORDER BY s.service)`

/** As `Closure`s: JSON has no dates, and a day of a calendar is not an instant. */
export const closuresOf = Prisma.sql`coalesce((
  SELECT json_agg(json_build_object('from', x."from", 'to', x."to") ORDER BY x."from")
  FROM "PlaceClosure" x WHERE x."placeId" = p.id), '[]')`

/** True or false where it is certain, closed days among it; unknown without hours, with hours nobody can read, or "sur rendez-vous". */
function isOpen(at: Date): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${isClosedOn(Prisma.sql`x.during @> ${at}::timestamptz`)} THEN false ELSE (
    SELECT CASE WHEN bool_or(i."isCertain") THEN true WHEN bool_or(NOT i."isCertain") THEN NULL ELSE false END
    FROM "Schedule" h LEFT JOIN "ScheduleInterval" i ON i."scheduleId" = h.id AND i.during @> ${at}::timestamptz
    WHERE h.id = p."scheduleId" AND h."isReadable" GROUP BY h.id) END`
}
