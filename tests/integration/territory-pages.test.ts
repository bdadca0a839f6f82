import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { distanceInMetres } from '@/lib/territory/distance'
import { levels } from '@/lib/territory/pages/address'
import { getTerritoryPage, hasPlaces, listTerritories } from '@/lib/territory/pages/queries'
import { addSamplePlaces, type SamplePlace } from '@/tests/support/sample-places'

let places: SamplePlace[]
let regionOf: Map<string, string>

beforeAll(async () => {
  places = (await addSamplePlaces(300)).filter(({ data }) => data.status === 'PUBLISHED')
  const departments = await db.department.findMany()
  regionOf = new Map(departments.map(({ code, regionCode }) => [code, regionCode]))
})

/** The codes of the territories that a place stands in, at each level. */
function codesOf({ data, parentCode, departmentCode }: SamplePlace) {
  return {
    communes: [data.communeCode, ...(parentCode ? [parentCode] : [])],
    departements: [departmentCode],
    regions: [regionOf.get(departmentCode) ?? ''],
  }
}

test.each(levels)('each of the %s with places counts those published, by kind and by service', async (level) => {
  const codes = [...new Set(places.flatMap((place) => codesOf(place)[level]))]
  expect(codes.length).toBeGreaterThan(5)
  for (const code of codes) {
    const own = places.filter((place) => codesOf(place)[level].includes(code))
    const page = await getTerritoryPage(level, code)
    expect(await hasPlaces(level, code)).toBe(true)
    expect(page?.territory).toMatchObject({ level, code })
    expect(page?.offer.total, code).toBe(own.length)
    for (const { kind, count } of page?.offer.kinds ?? []) {
      expect(count, `${code} ${kind}`).toBe(own.filter(({ data }) => data.kind === kind).length)
    }
    const services = own.flatMap((place) => place.services)
    for (const { service, count } of page?.offer.services ?? []) {
      expect(count, `${code} ${service}`).toBe(services.filter((each) => each === service).length)
    }
    expect(page?.offer.services.length).toBe(new Set(services).size)
    if (level !== 'communes') expect(page?.parts.reduce((sum, { count }) => sum + count, 0)).toBe(own.length)
  }
})

test('a territory without a published place has no page', async () => {
  await db.place.updateMany({ where: { communeCode: '01001' }, data: { status: 'ARCHIVED' } })
  for (const [level, code] of [
    ['communes', '01001'],
    ['communes', '01002'],
    ['departements', '23'],
    ['regions', '988'],
    ['communes', '99999'],
  ] as const) {
    expect(await hasPlaces(level, code), code).toBe(false)
    expect(await getTerritoryPage(level, code), code).toBeNull()
  }
})

test('Paris is made of its arrondissements, which say that they are in Paris', async () => {
  const paris = await getTerritoryPage('communes', '75056')
  expect(paris?.parts.map(({ code }) => code)).toEqual(['75101', '75120'])
  expect(paris?.above.map(({ name }) => name)).toEqual(['Île-de-France', 'Paris'])
  expect(paris?.besides).toEqual([])
  const first = await getTerritoryPage('communes', '75101')
  expect(first?.above.map(({ code }) => code)).toEqual(['11', '75', '75056'])
  expect(first?.besides.map(({ code }) => code)).toEqual(['75120'])
  const department = await getTerritoryPage('departements', '75')
  expect(department?.parts.map(({ code }) => code)).toEqual(['75056'])
})

test('overseas territories have their pages too', async () => {
  const reunion = await getTerritoryPage('departements', '974')
  expect(reunion?.above.map(({ name }) => name)).toEqual(['La Réunion'])
  expect(reunion?.parts.map(({ code }) => code)).toEqual(['97411'])
  expect((await listTerritories()).map(({ region }) => region.name)).toContain('Mayotte')
})

test('neighbours are the nearest communes with places, nearest first', async () => {
  const around = ['41018', '41295', '41059', '37261', '41106', '41034']
  const communes = await db.commune.findMany({ where: { code: { in: around } } })
  for (const { code, postcodes, latitude, longitude } of communes) {
    const data = { name: 'Mairie', kind: 'MEDIATION', address: 'Place', precision: 'COMMUNE' } as const
    const position = { latitude: latitude ?? 0, longitude: longitude ?? 0 }
    await db.place.create({
      data: {
        ...data,
        ...position,
        status: 'PUBLISHED',
        publishedAt: new Date(),
        communeCode: code,
        postcode: postcodes[0] ?? '',
      },
    })
  }
  const page = await getTerritoryPage('communes', '41018')
  const blois = communes.find(({ code }) => code === '41018')
  const metres = (code: string) => {
    const other = communes.find((commune) => commune.code === code)
    return distanceInMetres(
      { latitude: blois?.latitude ?? 0, longitude: blois?.longitude ?? 0 },
      { latitude: other?.latitude ?? 0, longitude: other?.longitude ?? 0 },
    )
  }
  const near = around.filter((code) => code !== '41018' && metres(code) < 30_000).sort((a, b) => metres(a) - metres(b))
  expect(near.length).toBeGreaterThan(1)
  expect(page?.besides.map(({ code }) => code)).toEqual(near)
})

test('the list of territories counts every published place once', async () => {
  const published = await db.place.count({ where: { status: 'PUBLISHED' } })
  const territories = await listTerritories()
  expect(territories.reduce((sum, { region }) => sum + region.count, 0)).toBe(published)
  for (const { region, departments } of territories) {
    expect(departments.reduce((sum, { count }) => sum + count, 0)).toBe(region.count)
  }
})
