import 'server-only'
import { db } from '@/lib/db'
import { type Level, type Territory, territoryPath } from '@/lib/territory/pages/address'
import type { SitemapEntry } from './sitemap-xml'

/** Pages in one sitemap, each in six languages: 30,000 addresses and some 30 MB, where 50,000 and 50 MB are allowed. */
export const pagesInASitemap = 5000

const alwaysThere = [
  '/',
  '/lieux',
  '/besoins',
  '/ateliers',
  '/hubs',
  '/territoires',
  '/a-propos',
  '/accessibilite',
  '/confidentialite',
  '/donnees',
]

interface Part {
  part: number
  changed: Date
}

/** The sitemaps there are, by name, each with when the latest of its pages changed. */
export async function listSitemaps(): Promise<{ name: string; lastModified: Date | null }[]> {
  const [places, communes] = await Promise.all([
    db.$queryRaw<Part[]>`
      SELECT ((rank - 1) / ${pagesInASitemap}::int + 1)::int AS part, max("updatedAt") AS changed FROM (
        SELECT row_number() OVER (ORDER BY id) AS rank, "updatedAt" FROM "Place" WHERE status = 'PUBLISHED') p
      GROUP BY 1 ORDER BY 1`,
    territoryEntries('communes'),
  ])
  const communeParts = Array.from({ length: Math.ceil(communes.length / pagesInASitemap) }, (_, index) => index)
  return [
    { name: 'pages', lastModified: null },
    ...communeParts.map((index) => ({
      name: `communes-${index + 1}`,
      lastModified: latestOf(communes.slice(index * pagesInASitemap, (index + 1) * pagesInASitemap)),
    })),
    ...places.map(({ part, changed }) => ({ name: `lieux-${part}`, lastModified: changed })),
  ]
}

/** The pages of a sitemap; none where `listSitemaps` does not name it. */
export async function listSitemapEntries(name: string): Promise<SitemapEntry[]> {
  const [, section, number] = /^(pages|communes|lieux)(?:-([1-9]\d{0,3}))?$/.exec(name) ?? []
  const start = (Number(number) - 1) * pagesInASitemap
  if (section === 'pages' && !number) return pageEntries()
  if (section === 'communes' && number)
    return (await territoryEntries('communes')).slice(start, start + pagesInASitemap)
  return section === 'lieux' && number ? placeEntries(start) : []
}

async function placeEntries(start: number): Promise<SitemapEntry[]> {
  const places = await db.place.findMany({
    where: { status: 'PUBLISHED' },
    select: { id: true, updatedAt: true },
    orderBy: { id: 'asc' },
    skip: start,
    take: pagesInASitemap,
  })
  return places.map(({ id, updatedAt }) => ({ path: `/lieux/${id}`, lastModified: updatedAt }))
}

async function pageEntries(): Promise<SitemapEntry[]> {
  const [hubs, territories] = await Promise.all([
    db.hub.findMany({ select: { slug: true, updatedAt: true }, orderBy: { slug: 'asc' } }),
    territoryEntries('regions', 'departements'),
  ])
  return [
    ...alwaysThere.map((path) => ({ path, lastModified: null })),
    ...hubs.map(({ slug, updatedAt }) => ({ path: `/hubs/${slug}`, lastModified: updatedAt })),
    ...territories,
  ]
}

/** The territories of some levels that have places, and when the latest of these changed. */
async function territoryEntries(...levels: Level[]): Promise<SitemapEntry[]> {
  const rows = await db.$queryRaw<(Territory & { changed: Date })[]>`
    WITH changed AS (
      SELECT "communeCode" AS code, max("updatedAt") AS at FROM "Place" WHERE status = 'PUBLISHED' GROUP BY 1),
    held AS (
      SELECT c.code, c."parentCode", d.code AS department, d."regionCode" AS region, changed.at
      FROM changed JOIN "Commune" c USING (code) JOIN "Department" d ON d.code = c."departmentCode"),
    shown AS (
      SELECT v.level, v.code, max(at) AS changed FROM held
      CROSS JOIN LATERAL (VALUES ('communes', code), ('communes', "parentCode"), ('departements', department),
        ('regions', region)) v (level, code)
      WHERE v.level = ANY(${levels}) AND v.code IS NOT NULL GROUP BY 1, 2)
    SELECT shown.*, coalesce(c.name, d.name, r.name) AS name FROM shown
    LEFT JOIN "Commune" c ON level = 'communes' AND c.code = shown.code
    LEFT JOIN "Department" d ON level = 'departements' AND d.code = shown.code
    LEFT JOIN "Region" r ON level = 'regions' AND r.code = shown.code ORDER BY level DESC, shown.code`
  return rows.map(({ changed, ...territory }) => ({ path: territoryPath(territory), lastModified: changed }))
}

function latestOf(entries: readonly SitemapEntry[]): Date | null {
  return entries.reduce<Date | null>(
    (latest, { lastModified }) => (lastModified && (!latest || lastModified > latest) ? lastModified : latest),
    null,
  )
}
