import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { listSitemapEntries, listSitemaps, pagesInASitemap } from '@/lib/sitemap/queries'
import { addSamplePlaces, type SamplePlace } from '@/tests/support/sample-places'

const moreThanOneSitemap = pagesInASitemap + 1234
let samples: SamplePlace[]

beforeAll(async () => {
  samples = await addSamplePlaces(100)
  await db.$executeRaw`
    INSERT INTO "Place" (id, status, kind, name, address, postcode, "communeCode", latitude, longitude, precision,
      "publishedAt", "updatedAt")
    SELECT 'adp-' || 100000 + n, 'PUBLISHED', 'MEDIATION', 'Mairie', 'Place', '41000', '41018', 47.6, 1.3, 'COMMUNE',
      now(), '2026-01-01' FROM generate_series(1, ${moreThanOneSitemap}::int) n`
})

test('every published place stands in one sitemap, and nothing else does', async () => {
  const sitemaps = (await listSitemaps()).filter(({ name }) => name.startsWith('lieux-'))
  expect(sitemaps.map(({ name }) => name)).toEqual(['lieux-1', 'lieux-2'])
  const entries = await Promise.all(sitemaps.map(({ name }) => listSitemapEntries(name)))
  for (const [index, own] of entries.entries()) {
    expect(own.length).toBeLessThanOrEqual(pagesInASitemap)
    const latest = Math.max(...own.map(({ lastModified }) => Number(lastModified)))
    expect(sitemaps[index]?.lastModified?.getTime()).toBe(latest)
  }
  const published = await db.place.findMany({ where: { status: 'PUBLISHED' }, select: { id: true } })
  const listed = entries.flat().map(({ path }) => path)
  expect(listed.sort()).toEqual(published.map(({ id }) => `/lieux/${id}`).sort())
})

test('the communes, départements and regions with places are there once', async () => {
  const published = samples.filter(({ data }) => data.status === 'PUBLISHED')
  const communes = new Set(published.flatMap(({ data, parentCode }) => [data.communeCode, parentCode ?? '41018']))
  const listed = (await listSitemapEntries('communes-1')).map(({ path }) => path)
  expect(listed.map((path) => /\d\w+/.exec(path)?.[0]).sort()).toEqual([...communes].sort())
  expect(listed).toContain('/communes/75056-paris')
  const pages = (await listSitemapEntries('pages')).map(({ path }) => path)
  expect(pages).toEqual(expect.arrayContaining(['/', '/hubs', '/departements/41-loir-et-cher', '/regions/06-mayotte']))
  expect(new Set(pages).size).toBe(pages.length)
})

test.each(['lieux', 'lieux-0', 'lieux-3', 'communes-2', 'pages-1', 'autre', "lieux-1'"])(
  'there is no %s',
  async (name) => {
    expect(await listSitemapEntries(name)).toEqual([])
  },
)
