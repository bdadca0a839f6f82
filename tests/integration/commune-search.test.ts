import { describe, expect, test } from 'vitest'
import {
  findCommuneOfAddress,
  findCommunes,
  findTerritories,
  getCommune,
  listDepartments,
} from '@/lib/territory/queries'

async function codesOf(text: string, limit?: number) {
  return (await findCommunes(text, limit)).map(({ code }) => code)
}

describe('a commune is the first answer to', () => {
  test.each([
    ['Blois', '41018'],
    ['BLOIS', '41018'],
    ['blois 41', '41018'],
    ['Blois (41)', '41018'],
    ['41000 blois', '41018'],
    ['41013 Blois Cedex', '41018'],
    ['st denis', '97411'],
    ['Saint-Denis 93', '93066'],
    ['saint denis 93200', '93066'],
    ['l’haÿ les roses', '94038'],
    ['lhay les roses', '94038'],
    ['Paris', '75056'],
    ['Paris 12e', '75112'],
    ['paris 12', '75112'],
    ['75012', '75112'],
    ['lyon 7eme', '69387'],
    ['Marseille 1er', '13201'],
    ['marseille 13', '13213'],
    ['lyon 69', '69123'],
    ['ajaccio 2a', '2A004'],
    ['974', '97411'],
    ['mans', '72181'],
    ['bloi', '41018'],
    ['orlean', '45234'],
    ['marseile', '13055'],
    ['touluose', '31555'],
    ['nevres', '58194'],
    ['blois 75', '41018'],
    ['41 blois', '41018'],
    ['blois loir et cher', '41018'],
    ['Blois (Loir-et-Cher)', '41018'],
    ['st denis 974', '97411'],
    ['saint-denis la réunion', '97411'],
    ['saint denis de la reunion', '97411'],
    ['créteil val-de-marne', '94028'],
    ['dijon, Côte-d’Or', '21231'],
    ['ajaccio corse du sud', '2A004'],
    ['paris 20', '75120'],
    ['paris 20eme arrondissement', '75120'],
    ['75020', '75120'],
    ['13008', '13208'],
    ['lyon 3', '69383'],
    ['marseille 8eme', '13208'],
    ['44100', '44109'],
    ['ulcé', '28218'],
    ['les agnles', '30011'],
    ['saintdenis', '97411'],
  ])('%s', async (text, code) => {
    expect((await codesOf(text))[0]).toBe(code)
  })
})

test('nothing that can be looked for finds nothing', async () => {
  for (const text of ['', '  ', '%', '_', "'", '\\', '\0', '💻', 'xzqjw', '00000'])
    expect(await codesOf(text)).toEqual([])
})

test('a long text is no trouble', async () => {
  await expect(findCommunes('blois '.repeat(10_000))).resolves.toBeInstanceOf(Array)
})

test('no more communes come than were asked for, and none twice', async () => {
  for (const text of ['saint', 'sain martn', '41', 'paris']) {
    const codes = await codesOf(text, 5)
    expect(codes).toHaveLength(5)
    expect(new Set(codes).size).toBe(5)
  }
})

test('communes of the same name come from the most to the least populous', async () => {
  const found = (await findCommunes('saint denis')).filter(({ name }) => name === 'Saint-Denis')
  expect(found.length).toBeGreaterThan(3)
  expect(found.map(({ population }) => population)).toEqual(found.map((c) => c.population).sort((a, b) => b - a))
})

test('the name of a commune that merged answers the commune of today, and says so', async () => {
  const lille = (await findCommunes('Lomme')).find(({ code }) => code === '59350')
  expect(lille).toMatchObject({ name: 'Lille', formerName: 'Lomme', departmentName: 'Nord' })
})

test('a commune comes with its postcodes, its département and where it is', async () => {
  const blois = await getCommune('41018')
  expect(blois).toMatchObject({
    name: 'Blois',
    formerName: null,
    postcodes: ['41000'],
    departmentCode: '41',
    departmentName: 'Loir-et-Cher',
    precision: 'COMMUNE',
  })
  expect(blois?.latitude).toBeCloseTo(47.59, 1)
  expect((await findCommunes('blois 41'))[0]).toEqual(blois)
})

test('an unknown or merged INSEE code is no commune of today', async () => {
  expect(await getCommune('99999')).toBeNull()
  expect(await getCommune('59355')).toBeNull()
})

test('every département and overseas collectivity is listed with its time zone', async () => {
  const departments = await listDepartments()
  expect(departments).toHaveLength(109)
  expect(departments.find(({ code }) => code === '974')).toEqual({
    code: '974',
    name: 'La Réunion',
    timeZone: 'Indian/Reunion',
    regionCode: '04',
  })
})

describe('a département or a region is told by', () => {
  test.each([
    ['41', ['41']],
    ['974', ['974']],
    ['20', ['2A', '2B']],
    ['loir et cher', ['41']],
    ['Loir-et-Cher (41)', ['41']],
    ['la réunion', ['974']],
    ['bretagne', ['22', '29', '35', '56']],
    ['Vienne', ['86']],
    ['vienne 38', []],
    ['blois', []],
  ])('%s', async (text, codes) => {
    expect((await findTerritories(text)).departments.map(({ code }) => code)).toEqual(codes)
  })
})

test('a name that starts like a département offers it', async () => {
  const { startingDepartments } = await findTerritories('seine saint d')
  expect(startingDepartments.map(({ code }) => code)).toEqual(['93'])
})

test('the commune at the end of an address is found without a geocoder', async () => {
  const end = async (text: string, postcode = '') => (await findCommuneOfAddress(text.split(' '), postcode))?.code
  expect(await end('12 rue du bourg neuf blois')).toBe('41018')
  expect(await end('3 place de la mairie saint cyr sur loire')).toBe('37214')
  expect(await end('3 place de la mairie', '41000')).toBe('41018')
  expect(await end('zzz')).toBeUndefined()
})
