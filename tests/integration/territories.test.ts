import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { seedTerritories } from '@/prisma/seed/territories'

const patience = { timeout: 900_000 }

test('regions, départements, communes and arrondissements of today are all there', async () => {
  expect(await db.region.count()).toBe(26)
  expect(await db.department.count()).toBe(109)
  expect(await db.commune.count({ where: { parentCode: null } })).toBe(34_969)
  const arrondissements = await db.commune.groupBy({
    by: ['parentCode'],
    where: { parentCode: { not: null } },
    _count: true,
  })
  expect(Object.fromEntries(arrondissements.map(({ parentCode, _count }) => [parentCode, _count]))).toEqual({
    '13055': 16,
    '69123': 9,
    '75056': 20,
  })
})

test('seeding the territories again changes nothing', async () => {
  const content = () => db.$queryRaw`
    SELECT (SELECT md5(string_agg(c::text, '' ORDER BY code)) FROM "Commune" c) AS communes,
      (SELECT md5(string_agg(f::text, '' ORDER BY code)) FROM "FormerCommune" f) AS former`
  const before = await content()
  await db.$transaction((tx) => seedTerritories(tx), patience)
  expect(await content()).toEqual(before)
})

test('nearly everybody lives in a commune whose position is known', async () => {
  const [share] = await db.$queryRaw<{ exact: number; all: number }[]>`
    SELECT (sum(population) FILTER (WHERE precision = 'COMMUNE') / sum(population)::float8) AS exact,
      (sum(population) FILTER (WHERE precision IS NOT NULL) / sum(population)::float8) AS all
    FROM "Commune" WHERE "parentCode" IS NULL`
  expect(share?.exact).toBeGreaterThan(0.8)
  expect(share?.all).toBeGreaterThan(0.995)
})

test('no commune of the mainland lies far from its département', async () => {
  const strays = await db.$queryRaw`
    WITH middle AS (
      SELECT "departmentCode", percentile_cont(0.5) WITHIN GROUP (ORDER BY latitude) AS latitude,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY longitude) AS longitude
      FROM "Commune" WHERE length("departmentCode") = 2 GROUP BY 1)
    SELECT c.code, c.name FROM "Commune" c JOIN middle USING ("departmentCode")
    WHERE ground_metres(earth_position(c.latitude, c.longitude) <-> earth_position(middle.latitude, middle.longitude))
      > 130000`
  expect(strays).toEqual([])
})

test.each([
  ['75112', 48.84, 2.39],
  ['69387', 45.73, 4.84],
  ['13201', 43.3, 5.38],
  ['97411', -20.88, 55.45],
  ['98735', -17.53, -149.57],
  ['97502', 46.78, -56.18],
])('%s is where it is', async (code, latitude, longitude) => {
  const commune = await db.commune.findUniqueOrThrow({ where: { code } })
  expect(commune.latitude).toBeCloseTo(latitude, 1)
  expect(commune.longitude).toBeCloseTo(longitude, 1)
})

test.each([
  ['a delegated commune', '01340', '01015'],
  ['an associated commune', '59355', '59350'],
  ['a commune whose code the new one took over', '01015', '01015'],
])('%s leads to the commune of today', async (_, code, today) => {
  const former = await db.formerCommune.findUniqueOrThrow({ where: { code }, include: { commune: true } })
  expect(former.commune.code).toBe(today)
})
