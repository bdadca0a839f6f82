import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { territoryOf } from '@/lib/accounts/territory'
import { db } from '@/lib/db'
import { unusualDelays } from '@/lib/freshness/queries'
import { saysItTakesReferralsSql } from '@/lib/referrals/taking-sql'
import { Prisma } from '@/prisma/client/client'
import type { PlaceKind, PlaceStatus } from '@/prisma/client/enums'
import type { WrittenPlace } from './columns'
import { conditionsOf, inTerritory } from './conditions'
import type { TableChoices, TableFilters } from './filters'
import { gapCount, gapList } from './gap-conditions'
import type { Gap, SortColumn } from './values'

const pageSize = 50

export interface ListedPlace {
  id: string
  version: number
  name: string
  kind: PlaceKind
  status: PlaceStatus
  postcode: string
  communeName: string
  gaps: Gap[]
  serviceCount: number
  assigneeName: string | null
  verifiedAt: Date | null
  updatedAt: Date
}

const everyPlace: TableFilters = {
  q: '',
  status: [],
  kind: [],
  departments: [],
  communes: [],
  services: [],
  withoutServices: [],
  programmes: [],
  takesReferrals: [],
  gaps: [],
  freshness: [],
  sources: [],
  assignees: [],
  changed: [],
  sort: { column: 'name', descending: false },
  page: 1,
}

/** One page of the places of somebody's territory, and how many match: one reading of the table tells both. */
export async function listPlacesFor(user: CurrentUser, wanted: Partial<TableFilters>) {
  const filters = { ...everyPlace, ...wanted }
  const rows = await db.$queryRaw<(ListedPlace & { total: number })[]>`
    WITH found AS MATERIALIZED (
      SELECT p.id, p."sortName", ${sortValues[filters.sort.column]} AS key FROM ${tableFor(filters.sort.column)}
      WHERE ${await matching(user, filters)})
    SELECT t.total, p.id, p.version, p.name, p.kind, p.status, p.postcode, c.name AS "communeName",
      u.name AS "assigneeName", p."verifiedAt", p."updatedAt", ${gapList} AS gaps, p."serviceCount"
    FROM (SELECT count(*)::int AS total FROM found) t
    LEFT JOIN (
      SELECT * FROM found ORDER BY ${orderOf(filters)} LIMIT ${pageSize} OFFSET ${(filters.page - 1) * pageSize}) f ON true
    LEFT JOIN "Place" p ON p.id = f.id LEFT JOIN "Commune" c ON c.code = p."communeCode"
    LEFT JOIN "PlaceAssignment" a ON a."placeId" = p.id LEFT JOIN "User" u ON u.id = a."userId"
    ORDER BY ${orderOf(filters, Prisma.sql`f.`)}`
  const total = rows[0]?.total ?? 0
  const places: ListedPlace[] = rows.filter(({ id }) => id !== null)
  return { total, pageCount: Math.max(1, Math.ceil(total / pageSize)), places }
}

/** The ids of everything that matches, in the order of the table. */
export async function listMatchingIds(user: CurrentUser, wanted: Partial<TableFilters>): Promise<string[]> {
  const filters = { ...everyPlace, ...wanted }
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id, p."sortName", ${sortValues[filters.sort.column]} AS key FROM ${tableFor(filters.sort.column)}
    WHERE ${await matching(user, filters)} ORDER BY ${orderOf(filters)}`
  return found.map(({ id }) => id)
}

/** What filters ask of `"Place" p`, within what this person may read. */
export async function matching(user: CurrentUser, wanted: Partial<TableFilters>): Promise<Prisma.Sql> {
  const filters = { ...everyPlace, ...wanted }
  const [words, communes, delays] = await Promise.all([
    foldedWords(filters.q),
    communeCodes(filters.communes),
    filters.freshness.length > 0 ? unusualDelays() : [],
  ])
  const asked = { ...filters, words, communes, delays, userId: user.id }
  return Prisma.join([inTerritory(territoryOf(user)), ...conditionsOf(asked)], ' AND ')
}

async function foldedWords(q: string): Promise<string[]> {
  if (q.trim() === '') return []
  const [folded] = await db.$queryRaw<{ words: string }[]>`SELECT fold(${q}) AS words`
  return folded?.words.split(' ').filter(Boolean) ?? []
}

/** The codes that communes' names or codes lead to; a name that nobody bears leads to none, and finds nothing. */
async function communeCodes(typed: readonly string[]): Promise<string[]> {
  if (typed.length === 0) return []
  const found = await db.$queryRaw<{ code: string }[]>`
    SELECT code FROM "Commune" WHERE code = ANY(${typed}::text[])
      OR "searchName" IN (SELECT fold(typed) FROM unnest(${typed}::text[]) AS typed)`
  return found.length > 0 ? found.map(({ code }) => code) : ['']
}

/** `"Place" p`, with what a column of another table needs to be sorted. */
function tableFor(column: SortColumn): Prisma.Sql {
  switch (column) {
    case 'commune':
      return Prisma.sql`"Place" p JOIN "Commune" c ON c.code = p."communeCode"`
    case 'assignee':
      return Prisma.sql`"Place" p LEFT JOIN "PlaceAssignment" a ON a."placeId" = p.id LEFT JOIN "User" u ON u.id = a."userId"`
    default:
      return Prisma.sql`"Place" p`
  }
}

const sortValues: Readonly<Record<SortColumn, Prisma.Sql>> = {
  name: Prisma.sql`p."sortName"`,
  commune: Prisma.sql`c."searchName"`,
  kind: Prisma.sql`p.kind`,
  status: Prisma.sql`p.status`,
  services: Prisma.sql`p."serviceCount"`,
  missing: Prisma.sql`(${gapCount})`,
  assignee: Prisma.sql`u.name`,
  verified: Prisma.sql`p."verifiedAt"`,
  updated: Prisma.sql`p."updatedAt"`,
}

/** By `key`, then by name. A place that nobody ever confirmed is the one that waited longest. */
function orderOf({ sort: { column, descending } }: TableFilters, of = Prisma.empty): Prisma.Sql {
  const nulls = column === 'verified' && !descending ? 'NULLS FIRST' : 'NULLS LAST'
  return Prisma.sql`${of}key ${Prisma.raw(`${descending ? 'DESC' : 'ASC'} ${nulls}`)}, ${of}"sortName", ${of}id`
}

/** What the filters of somebody's table offer, and whom places can be given to: those who may edit some of hers. */
export async function tableChoicesFor(user: CurrentUser): Promise<TableChoices> {
  const territory = territoryOf(user)
  const { everywhere, departmentCodes } = territory
  const mine = Prisma.sql`(${everywhere} OR d."departmentCode" = ANY(${departmentCodes}::text[]))`
  const [departments, sources, colleagues] = await Promise.all([
    db.department.findMany({
      where: everywhere ? {} : { code: { in: departmentCodes } },
      select: { code: true, name: true },
      orderBy: { code: 'asc' },
    }),
    db.$queryRaw<{ slug: string; name: string }[]>`
      SELECT s.slug, s.name FROM "Source" s WHERE EXISTS (
        SELECT FROM "PlaceSource" ps JOIN "Place" p ON p.id = ps."placeId"
        WHERE ps."sourceId" = s.id AND ${inTerritory(territory)})
      ORDER BY s.name`,
    db.$queryRaw<{ id: string; name: string }[]>`
      SELECT u.id, u.name FROM "User" u WHERE u.id = ${user.id} OR EXISTS (
        SELECT FROM "Membership" m LEFT JOIN "HubDepartment" d ON d."hubId" = m."hubId"
        WHERE m."userId" = u.id AND (m.role IN ('HUB_COORDINATOR', 'HUB_EDITOR') AND ${mine}
          OR m.role = 'NATIONAL_ADMIN' AND ${everywhere}))
      ORDER BY u.name, u.id`,
  ])
  return { departments, sources, colleagues }
}

const written = 500

/** Everything that matches, in the order of the table, as files tell it: some hundred lines at a time. */
export async function* streamMatching(
  user: CurrentUser,
  filters: Partial<TableFilters>,
): AsyncGenerator<WrittenPlace[], void> {
  const ids = await listMatchingIds(user, filters)
  for (let start = 0; start < ids.length; start += written) {
    yield await db.$queryRaw<WrittenPlace[]>`
      SELECT p.id, p.name, p.kind, p.status, p.address, p.postcode, c.name AS "communeName", d.name AS "departmentName",
        p.phone, coalesce(p.emails, '{}') AS emails, coalesce(p.websites, '{}') AS websites, p.pivot, p."openingHours",
        ARRAY(SELECT s.service::text FROM "PlaceService" s WHERE s."placeId" = p.id ORDER BY s.service) AS services,
        coalesce(p.programmes::text[], '{}') AS programmes,
        ${saysItTakesReferralsSql} AS "takesReferrals", ${gapList} AS gaps, u.name AS "assigneeName", p."verifiedAt",
        p."updatedAt"
      FROM unnest(${ids.slice(start, start + written)}::text[]) WITH ORDINALITY AS asked (id, rank)
      JOIN "Place" p ON p.id = asked.id
      JOIN "Commune" c ON c.code = p."communeCode" JOIN "Department" d ON d.code = c."departmentCode"
      LEFT JOIN "PlaceAssignment" a ON a."placeId" = p.id LEFT JOIN "User" u ON u.id = a."userId"
      ORDER BY asked.rank`
  }
}
