import { expect, test } from 'vitest'
import { distanceInMetres } from '@/lib/territory/distance'
import { generatePlaces } from './places'
import type { DemoCommune } from './spread'

/** A little France: three départements, one of them overseas, and a city cut in two. */
const communes: DemoCommune[] = [
  town('41018', 'Blois', 47_000, { postcodes: ['41000'] }),
  town('41269', 'Vendôme', 16_000),
  { ...town('41001', 'Ambloy', 200), precision: 'POSTCODE' },
  town('69123', 'Lyon', 520_000, { regionCode: '84' }),
  town('69381', 'Lyon 1er Arrondissement', 29_000, { parentCode: '69123', regionCode: '84' }),
  town('69382', 'Lyon 2e Arrondissement', 31_000, { parentCode: '69123', regionCode: '84' }),
  town('97411', 'Saint-Denis', 150_000, { departmentCode: '974', regionCode: '04' }),
  town('97415', 'Saint-Paul', 100_000, { departmentCode: '974', regionCode: '04', postcodes: [] }),
]
const places = generatePlaces(communes, 300)

function town(code: string, name: string, population: number, more: Partial<DemoCommune> = {}): DemoCommune {
  return {
    code,
    name,
    population,
    postcodes: [`${code.slice(0, 2)}100`],
    departmentCode: code.slice(0, 2),
    regionCode: '24',
    parentCode: null,
    latitude: 47 + Number(code.slice(-2)) / 100,
    longitude: 1 + Number(code.slice(-2)) / 100,
    precision: 'COMMUNE',
    ...more,
  }
}

test('the same communes give the same places', () => {
  expect(generatePlaces(communes, 300)).toEqual(places)
  expect(places).toHaveLength(300)
})

test('every département has places, cities cut into arrondissements and communes without postcode have none', () => {
  const codes = new Set(places.map(({ columns }) => columns.communeCode))
  expect(codes).toEqual(new Set(['41018', '41269', '41001', '69381', '69382', '97411']))
  for (const department of ['41', '69', '974'])
    expect(places.filter(({ departmentCode }) => departmentCode === department).length).toBeGreaterThanOrEqual(4)
})

test('a place stands in its commune, and says so when that is all that is known', () => {
  for (const { columns } of places) {
    const commune = communes.find(({ code }) => code === columns.communeCode)
    if (!commune) throw new Error(columns.communeCode)
    expect(distanceInMetres(columns, commune)).toBeLessThanOrEqual(1501)
    expect(columns.precision).toBe(commune.precision === 'POSTCODE' ? 'POSTCODE' : 'ADDRESS')
    expect(commune.postcodes).toContain(columns.postcode)
  }
})

test('every place is marked, reaches nobody and could be published', () => {
  for (const { columns, services } of places) {
    expect(columns.isDemo).toBe(true)
    expect(columns.pivot).toBeUndefined()
    expect(columns.phone ?? '+33199000000').toMatch(/^\+33(19900|26191|35301|46571|53649|63998)\d{4}$/)
    for (const address of [columns.emails, columns.websites, columns.bookingUrl ?? []].flat())
      expect(address).toMatch(/example\.org/)
    expect(columns.summary?.length).toBeLessThanOrEqual(280)
    expect(services.length).toBeGreaterThan(0)
    expect(columns.supportModes).not.toEqual([])
    expect(columns.recordDate?.valueOf()).toBeLessThan(Date.parse('2026-11-21'))
  }
})

test('overseas, no phone is given', () => {
  for (const { columns, departmentCode } of places) if (departmentCode === '974') expect(columns.phone).toBeNull()
})

test('no two places of a commune share a name', () => {
  const names = places.map(({ columns }) => `${columns.communeCode} ${columns.name}`)
  expect(new Set(names).size).toBe(names.length)
})

test('only the demonstration coordinator’s region has drafts and archived places', () => {
  const hidden = places.filter(({ columns }) => columns.status !== 'PUBLISHED')
  expect(new Set(hidden.map(({ columns }) => columns.status))).toEqual(new Set(['DRAFT', 'ARCHIVED']))
  expect(new Set(hidden.map(({ departmentCode }) => departmentCode))).toEqual(new Set(['41']))
})
