import 'server-only'
import { db } from '@/lib/db'
import { facetCodes, facetNumber } from '@/lib/search/facets'
import { Prisma } from '@/prisma/client/client'
import type { Level, Territory } from './address'
import type { CountedTerritory, Offer, TerritoryPage } from './territory-page'

const published = Prisma.sql`p.status = 'PUBLISHED'`

/** The communes of a territory; a commune's arrondissements are in it. */
function communesOf(level: Level, code: string): Prisma.Sql {
  const condition = {
    communes: Prisma.sql`code = ${code} OR "parentCode" = ${code}`,
    departements: Prisma.sql`"departmentCode" = ${code}`,
    regions: Prisma.sql`"departmentCode" IN (SELECT code FROM "Department" WHERE "regionCode" = ${code})`,
  }
  return Prisma.sql`SELECT code FROM "Commune" WHERE ${condition[level]}`
}

/** Stops at the first place of the first commune that has one. */
export async function hasPlaces(level: Level, code: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM (${communesOf(level, code)}) c
    CROSS JOIN LATERAL (SELECT FROM "Place" p WHERE ${published} AND p."communeCode" = c.code LIMIT 1) p LIMIT 1`
  return rows.length > 0
}

/** @returns null when no territory of this level has this code and a published place */
export async function getTerritoryPage(level: Level, code: string): Promise<TerritoryPage | null> {
  const offer = await offerOf(level, code)
  if (offer.total === 0) return null
  const [line, parts, besides] = await Promise.all([lineOf(level, code), partsOf(level, code), besidesOf(level, code)])
  const territory = line.pop()
  return territory ? { territory, above: line, offer, parts, besides } : null
}

/** Every region and its départements that have places. */
export async function listTerritories(): Promise<{ region: CountedTerritory; departments: CountedTerritory[] }[]> {
  const rows = await db.$queryRaw<{ code: string; name: string; count: number; region: string; regionName: string }[]>`
    SELECT d.code, d.name, sum(c.count)::int AS count, r.code AS region, r.name AS "regionName"
    FROM (SELECT "communeCode", count(*) FROM "Place" p WHERE ${published} GROUP BY 1) c
    JOIN "Commune" m ON m.code = c."communeCode" JOIN "Department" d ON d.code = m."departmentCode"
    JOIN "Region" r ON r.code = d."regionCode" GROUP BY d.code, r.code ORDER BY fold(r.name) COLLATE "C", d.code`
  return [...new Set(rows.map(({ region }) => region))].map((code) => {
    const own = rows.filter(({ region }) => region === code)
    const count = own.reduce((sum, department) => sum + department.count, 0)
    return {
      region: { level: 'regions', code, name: own[0]?.regionName ?? '', count },
      departments: own.map(({ code, name, count }) => ({ level: 'departements', code, name, count })),
    }
  })
}

/** Each place has one kind, so the kinds add up to the total. */
async function offerOf(level: Level, code: string): Promise<Offer> {
  const rows = await db.$queryRaw<{ facet: number; count: number }[]>`
    SELECT facet, count(*)::int AS count FROM "Place" p CROSS JOIN unnest(p.facets) facet
    WHERE ${published} AND facet < 300 AND p."communeCode" IN (${communesOf(level, code)}) GROUP BY facet`
  const counts = new Map(rows.map(({ facet, count }) => [facet, count]))
  const counted = <Code>(codes: Code[], facetOf: (code: Code) => number) =>
    codes.flatMap((code) => {
      const count = counts.get(facetOf(code)) ?? 0
      return count > 0 ? [{ code, count }] : []
    })
  const kinds = counted(facetCodes('kinds'), (code) => facetNumber('kinds', code))
  const services = counted(facetCodes('services'), (code) => facetNumber('services', code))
  return {
    total: kinds.reduce((sum, { count }) => sum + count, 0),
    kinds: kinds.map(({ code, count }) => ({ kind: code, count })),
    services: services.map(({ code, count }) => ({ service: code, count })),
  }
}

/** A territory after those that hold it. */
async function lineOf(level: Level, code: string): Promise<Territory[]> {
  return db.$queryRaw<Territory[]>`
    WITH commune AS (SELECT * FROM "Commune" WHERE ${level === 'communes'} AND code = ${code}),
      city AS (SELECT * FROM "Commune" WHERE code IN (SELECT "parentCode" FROM commune)),
      department AS (
        SELECT * FROM "Department" WHERE code IN (SELECT "departmentCode" FROM commune)
          OR ${level === 'departements'} AND code = ${code}),
      region AS (
        SELECT * FROM "Region" WHERE code IN (SELECT "regionCode" FROM department)
          OR ${level === 'regions'} AND code = ${code})
    SELECT level, code, name FROM (
      SELECT 1 AS rank, 'regions' AS level, code, name FROM region
      UNION ALL SELECT 2, 'departements', code, name FROM department
      UNION ALL SELECT 3, 'communes', code, name FROM city
      UNION ALL SELECT 4, 'communes', code, name FROM commune) line ORDER BY rank`
}

async function partsOf(level: Level, code: string): Promise<CountedTerritory[]> {
  if (level === 'regions') return departmentsOf(code)
  const isCommune = level === 'communes'
  // A département is made of communes, whose arrondissements count as one; a commune, of its arrondissements.
  const part = isCommune ? Prisma.sql`c.code` : Prisma.sql`coalesce(c."parentCode", c.code)`
  const where = isCommune ? Prisma.sql`c."parentCode" = ${code}` : Prisma.sql`c."departmentCode" = ${code}`
  return db.$queryRaw<CountedTerritory[]>`
    SELECT 'communes' AS level, t.code, t.name, counted.count FROM (
      SELECT ${part} AS code, count(*)::int AS count
      FROM "Place" p JOIN "Commune" c ON c.code = p."communeCode" WHERE ${published} AND ${where} GROUP BY 1) counted
    JOIN "Commune" t ON t.code = counted.code
    ORDER BY ${isCommune ? Prisma.sql`t.code` : Prisma.sql`t."searchName" COLLATE "C"`}`
}

function departmentsOf(regionCode: string): Promise<CountedTerritory[]> {
  return db.$queryRaw<CountedTerritory[]>`
    SELECT 'departements' AS level, d.code, d.name, count(*)::int AS count
    FROM "Place" p JOIN "Commune" c ON c.code = p."communeCode" JOIN "Department" d ON d.code = c."departmentCode"
    WHERE ${published} AND d."regionCode" = ${regionCode} GROUP BY d.code ORDER BY d.code`
}

/** Degrees of latitude around a commune in which others are called its neighbours: some 35 kilometres. */
const around = 0.32
const neighboursAtMost = 12

async function besidesOf(level: Level, code: string): Promise<CountedTerritory[]> {
  if (level === 'regions') return []
  if (level === 'departements') {
    const department = await db.department.findUnique({ where: { code }, select: { regionCode: true } })
    const all = department ? await departmentsOf(department.regionCode) : []
    return all.filter((other) => other.code !== code)
  }
  return db.$queryRaw<CountedTerritory[]>`
    SELECT 'communes' AS level, near.code, near.name, counted.count FROM (
      SELECT c.*, ground_metres(earth_position(c.latitude, c.longitude) <-> earth_position(o.latitude, o.longitude)) AS metres
      FROM "Commune" o JOIN "Commune" c ON c.latitude BETWEEN o.latitude - ${around} AND o.latitude + ${around}
        AND c.longitude BETWEEN o.longitude - ${around} * 1.6 AND o.longitude + ${around} * 1.6
        AND c.code <> o.code AND c.code IS DISTINCT FROM o."parentCode" AND c."parentCode" IS DISTINCT FROM o.code
      WHERE o.code = ${code}) near
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS count FROM "Place" p WHERE ${published} AND p."communeCode" = near.code) counted
    WHERE counted.count > 0 ORDER BY near.metres, near.code LIMIT ${neighboursAtMost}`
}
