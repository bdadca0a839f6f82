import { expect, test } from 'vitest'
import { readOfficialCommune } from './official-commune'

const blois = {
  nom: 'Blois',
  code: '41018',
  codesPostaux: ['41000'],
  population: 47_000,
  codeDepartement: '41',
  codeRegion: '24',
  centre: { type: 'Point', coordinates: [1.306, 47.582] },
}

test('a commune is read with its centre, longitude first in the file', () => {
  expect(readOfficialCommune(blois)).toEqual({
    code: '41018',
    name: 'Blois',
    searchName: 'blois',
    postcodes: ['41000'],
    population: 47_000,
    departmentCode: '41',
    epciCode: null,
    latitude: 47.582,
    longitude: 1.306,
  })
})

test('a commune without centre, population or inhabitants is read too', () => {
  const { centre: _, population: __, ...rest } = blois
  expect(readOfficialCommune({ ...rest, codesPostaux: [''] })).toMatchObject({
    postcodes: [],
    population: null,
    latitude: null,
  })
})

test.each([
  ['a code of four digits', { code: '4101' }, 'code'],
  ['an empty name', { nom: ' ' }, 'nom'],
  ['a postcode that lost its zero', { codesPostaux: ['1000'] }, 'codesPostaux'],
  ['a population below zero', { population: -1 }, 'population'],
  ['coordinates that are not on Earth', { centre: { type: 'Point', coordinates: [1, 99] } }, 'centre'],
  ['no département', { codeDepartement: undefined }, 'codeDepartement'],
])('%s is told', (_, wrong, field) => {
  expect(readOfficialCommune({ ...blois, ...wrong })).toContain(field)
})

test('what is not an object is told', () => {
  for (const item of [null, 3, 'Blois', []]) expect(typeof readOfficialCommune(item)).toBe('string')
})
