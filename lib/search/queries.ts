import 'server-only'
import { LRUCache } from 'lru-cache'
import { db, queryFast } from '@/lib/db'
import { ensureWeeks } from '@/lib/hours/mutations'
import { openingState } from '@/lib/hours/opening'
import { horizonOf } from '@/lib/hours/opening-time'
import { weeksOf } from '@/lib/hours/schedule-week'
import { understandWords } from '@/lib/needs/queries'
import type { PlaceForExport } from '@/lib/open-data/national-schema'
import { Prisma } from '@/prisma/client/client'
import type { PlaceKind } from '@/prisma/client/enums'
import type { FoundPlace } from './found-place'
import { matching, type UnderstoodSearch } from './matching'
import type { Problem } from './query-reader'
import type { Search } from './schema'
import {
  cardColumns,
  closuresOf,
  countStatement,
  type Facts,
  idsOfEveryMatch,
  type KeptTotal,
  pageStatement,
  planName,
  recordColumns,
  servicesOf,
  totalKey,
} from './selection'

/** A place as open data tells it, with its kind. */
export type PlaceRecord = PlaceForExport & { kind: PlaceKind; departmentCode: string }

/** A record found by a search. */
export type FoundRecord = PlaceRecord & Pick<FoundPlace, 'distance' | 'isOpen' | 'closures'>

/** A page of the places that match, and how many match in all. */
export async function searchPlaces(search: Search): Promise<{ total: number; places: FoundPlace[] }> {
  const { total, rows } = await findPage<FoundPlace>(search, 'card')
  return { total, places: rows }
}

/** The same, with everything that open data tells of a place. */
export async function searchRecords(search: Search): Promise<{ total: number; records: FoundRecord[] }> {
  const { total, rows } = await findPage<FoundRecord>(search, 'record')
  return { total, records: rows }
}

/** The ids of every place that matches, whatever the page: what the map shows. */
export async function listFoundIds(asked: Search): Promise<string[]> {
  const [search, at] = await Promise.all([understood(asked), judgedInstant(asked)])
  const rows = await queryFast<{ id: string }>(
    Prisma.sql`SELECT p.id FROM "Place" p WHERE ${matching(search, at)} ORDER BY p.id`,
  )
  return rows.map(({ id }) => id)
}

/**
 * Every place that matches, in order and by batches, whatever the page. Between two batches nothing is
 * held in the database: a reader as slow as can be keeps nobody waiting. What is withdrawn meanwhile is
 * left out.
 */
export async function* streamRecords(asked: Search, batch = 500): AsyncGenerator<PlaceRecord[], void> {
  const [search, at] = await Promise.all([understood(asked), judgedInstant(asked)])
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
  const [record] = await db.$queryRaw<(PlaceRecord & Pick<FoundPlace, 'closures'>)[]>`
    SELECT ${recordColumns}, ${servicesOf} AS services, ${closuresOf} AS closures
    FROM "Place" p JOIN "Commune" c ON c.code = p."communeCode" WHERE p.id = ${id} AND p.status = 'PUBLISHED'`
  return record ? { ...record, isOpen: isOpenNow(record, new Date()) } : null
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

/** The instant at which a search asks what is open: now, unless it names another. */
export const instantOf = ({ openAt }: Search) => (openAt instanceof Date ? openAt : new Date())

/** A search with the meaning of its words; one that has it is not asked again. */
export async function understood(search: Search | UnderstoodSearch): Promise<UnderstoodSearch> {
  return 'meaning' in search ? search : { ...search, meaning: await understandWords(search) }
}

/** The instants whose weeks must be judged for a filter of a search to be applied. */
function filteredInstants({ openAt, openingTimes }: Search, at: Date): Date[] {
  return [...(openAt === null ? [] : [at]), ...(openingTimes.length === 0 ? [] : horizonOf(new Date()))]
}

/** The instant of a search, once the weeks are judged that the answer depends on. */
export async function judgedInstant(search: Search): Promise<Date> {
  const at = instantOf(search)
  await ensureWeeks(weeksOf(filteredInstants(search, at)))
  return at
}

/**
 * A page and its facts. Once a week, the hours of the week have not been judged yet: they are, and it is
 * asked again. When that cannot be done, only a filter on them fails: the few places of a page are judged
 * one by one.
 */
async function findPage<Row extends Judgeable>(
  asked: Search,
  columns: 'card' | 'record',
): Promise<{ total: number; rows: Row[] }> {
  const search = await understood(asked)
  const at = instantOf(search)
  const instants = filteredInstants(search, at)
  const needed = weeksOf([at, ...instants])
  const key = totalKey(search)
  const kept = key === null ? undefined : (keptTotals.get(key) ?? (await countAlone(search)))
  const statement = pageStatement(search, at, columns === 'card' ? cardColumns : recordColumns, needed, kept)
  const ask = async () => {
    const rows = await queryFast<Row & Facts>(statement, planName(search, columns))
    const [facts] = rows
    if (key !== null && kept && facts?.mark) keptTotals.set(key, { ...kept, total: facts.total, mark: facts.mark })
    return { total: facts?.total ?? 0, isJudged: facts?.isJudged, rows: rows.filter(({ id }) => id !== null) }
  }
  const page = await ask()
  if (page.isJudged) return page
  try {
    await ensureWeeks(needed)
    return await ask()
  } catch (error) {
    if (instants.length > 0) throw error
    console.error(error)
    return { ...page, rows: page.rows.map((row) => ({ ...row, isOpen: isOpenNow(row, at) })) }
  }
}

/** The totals of the filters that people combine: counting is most of a page, and little changes between two. */
const keptTotals = new LRUCache<string, KeptTotal>({ max: 2000 })

async function countAlone(search: Search): Promise<KeptTotal | undefined> {
  const [counted] = await queryFast<KeptTotal>(countStatement(search))
  return counted
}

type Judgeable = Pick<FoundPlace, 'id' | 'openingHours' | 'departmentCode' | 'closures'>

function isOpenNow({ openingHours, departmentCode, closures }: Judgeable, at: Date): boolean | null {
  const { state } = openingState(openingHours, departmentCode, at, closures)
  return state === 'unknown' ? null : state === 'open'
}
