import 'server-only'
import { db } from '@/lib/db'
import { ensureWeek } from '@/lib/hours/mutations'
import { weekContaining } from '@/lib/hours/schedule-week'
import type { PlaceForExport } from '@/lib/open-data/national-schema'
import type { Prisma } from '@/prisma/client/client'
import type { PlaceKind } from '@/prisma/client/enums'
import type { FoundPlace, MapPlace } from './found-place'
import { matching } from './matching'
import type { Problem } from './query-reader'
import type { Search } from './schema'
import {
  cardColumns,
  idsOfEveryMatch,
  isOpen,
  pageOf,
  preparation,
  recordColumns,
  servicesOf,
  totalOf,
} from './selection'

/** A place as open data tells it, with its kind. */
export type PlaceRecord = PlaceForExport & { kind: PlaceKind }

/** A record found by a search. */
export type FoundRecord = PlaceRecord & Pick<FoundPlace, 'distance' | 'isOpen'>

/** A page of the places that match, and how many match in all. */
export async function searchPlaces(search: Search): Promise<{ total: number; places: FoundPlace[] }> {
  const { total, rows } = await findPage<FoundPlace>(search, cardColumns)
  return { total, places: rows }
}

/** The same, with everything that open data tells of a place. */
export async function searchRecords(search: Search): Promise<{ total: number; records: FoundRecord[] }> {
  const { total, rows } = await findPage<FoundRecord>(search, recordColumns)
  return { total, records: rows }
}

/** Every place that matches, whatever the page. */
export async function placesForMap(search: Search): Promise<MapPlace[]> {
  const at = await judgedInstant(search)
  return db.$queryRaw<MapPlace[]>`
    SELECT p.id, p.name, p.kind::text AS kind, p.latitude, p.longitude,
      p.precision NOT IN ('SURVEYED', 'ADDRESS') AS "isApproximate"
    FROM "Place" p WHERE ${matching(search, at)} ORDER BY p.id`
}

/**
 * Every place that matches, in order and by batches, whatever the page. Between two batches nothing is
 * held in the database: a reader as slow as can be keeps nobody waiting. What is withdrawn meanwhile is
 * left out.
 */
export async function* streamRecords(search: Search, batch = 500): AsyncGenerator<PlaceRecord[], void> {
  const at = await judgedInstant(search)
  const [row] = await db.$queryRaw<{ ids: string[] }[]>`SELECT ARRAY(${idsOfEveryMatch(search, at)}) AS ids`
  const ids = row?.ids ?? []
  for (let start = 0; start < ids.length; start += batch) {
    yield await db.$queryRaw<PlaceRecord[]>`
      SELECT ${recordColumns}, ${servicesOf} AS services
      FROM unnest(${ids.slice(start, start + batch)}::text[]) WITH ORDINALITY AS wanted (id, rank)
      JOIN "Place" p ON p.id = wanted.id AND p.status = 'PUBLISHED'
      JOIN "Commune" c ON c.code = p."communeCode" ORDER BY wanted.rank`
  }
}

/** @returns null when no published place has this id */
export async function getRecord(id: string): Promise<(PlaceRecord & Pick<FoundPlace, 'isOpen'>) | null> {
  const at = new Date()
  await ensureWeek(at)
  const [record] = await db.$queryRaw<(PlaceRecord & Pick<FoundPlace, 'isOpen'>)[]>`
    SELECT ${recordColumns}, ${servicesOf} AS services, ${isOpen(at)} AS "isOpen"
    FROM "Place" p JOIN "Commune" c ON c.code = p."communeCode" WHERE p.id = ${id} AND p.status = 'PUBLISHED'`
  return record ?? null
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

/** The instant of a search, once its week is judged where the answer depends on it. */
async function judgedInstant(search: Search): Promise<Date> {
  const at = instantOf(search)
  if (search.openAt !== null) await ensureWeek(at)
  return at
}

/**
 * One statement tells the page, the total, and whether the hours of that week have been judged. When
 * they have not, once a week, they are, and it is asked again.
 */
async function findPage<Row extends { id: string }>(
  search: Search,
  columns: Prisma.Sql,
): Promise<{ total: number; rows: Row[] }> {
  const at = instantOf(search)
  const ask = () =>
    db.$queryRaw<(Row & Facts)[]>`${preparation(search)}
      SELECT facts.*, found.* FROM (
        SELECT ${totalOf(search, at)} AS total, EXISTS (
          SELECT FROM "ScheduleWeek" WHERE monday = ${weekContaining(at).from}::date) AS "isJudged") facts
      LEFT JOIN LATERAL (${pageOf(search, at, columns)}) found ON true`
  let rows = await ask()
  if (!rows[0]?.isJudged) {
    await ensureWeek(at)
    rows = await ask()
  }
  return { total: rows[0]?.total ?? 0, rows: rows.filter(({ id }) => id !== null) }
}

/** Stands on every row, and on one of its own when the page is empty. */
interface Facts {
  total: number
  isJudged: boolean
}
