import { expect, test } from 'vitest'
import { type CommuneClues, communeResolver, type KnownCommune } from './commune-resolver'
import { searchNameOf } from './search-name'

function commune(code: string, name: string, postcodes: string[], parentCode: string | null = null): KnownCommune {
  const position = { latitude: null, longitude: null, precision: null }
  return {
    code,
    name,
    searchName: searchNameOf(name),
    postcodes,
    departmentCode: code.slice(0, code.startsWith('97') ? 3 : 2),
    parentCode,
    ...position,
  }
}

const resolve = communeResolver(
  [
    commune('41018', 'Blois', ['41000']),
    commune('41294', 'Villebarou', ['41000']),
    commune('37226', 'Sainte-Maure-de-Touraine', ['37800']),
    commune('37189', 'Pussigny', ['37800']),
    commune('75056', 'Paris', ['75011', '75012']),
    commune('75111', 'Paris 11e Arrondissement', ['75011'], '75056'),
    commune('75112', 'Paris 12e Arrondissement', ['75012'], '75056'),
    commune('01015', 'Arboys en Bugey', ['01300']),
    commune('93066', 'Saint-Denis', ['93200']),
    commune('97411', 'Saint-Denis', ['97400']),
    commune('2A004', 'Ajaccio', ['20000']),
  ],
  [
    { code: '01015', searchName: 'arbignieu', communeCode: '01015' },
    { code: '01340', searchName: 'saint bois', communeCode: '01015' },
  ],
)

test.each<[CommuneClues, string]>([
  [{ code: '41018' }, '41018'],
  [{ code: '01340' }, '01015'],
  [{ code: '', postcode: '41000', name: 'BLOIS' }, '41018'],
  [{ code: '99999', postcode: '41000', name: 'blois' }, '41018'],
  [{ postcode: '41013', name: 'Blois Cedex 9' }, '41018'],
  [{ postcode: '41000', name: 'Bloiss' }, '41018'],
  [{ postcode: '37800', name: 'Ste Maure' }, '37226'],
  [{ postcode: '75012', name: 'Paris' }, '75112'],
  [{ postcode: '75012', name: 'PARIS 12' }, '75112'],
  [{ postcode: '75012' }, '75112'],
  [{ name: 'Paris' }, '75056'],
  [{ postcode: '01300', name: 'Arbignieu' }, '01015'],
  [{ postcode: '01300' }, '01015'],
  [{ postcode: '97405', name: 'Saint Denis cedex' }, '97411'],
  [{ postcode: '20090', name: 'ajaccio' }, '2A004'],
])('%o is %s', (clues, code) => {
  expect(resolve(clues)?.commune.code).toBe(code)
})

test.each<[string, CommuneClues]>([
  ['nothing is known', {}],
  ['several communes share the postcode', { postcode: '41000' }],
  ['the name is none of those that the postcode serves', { postcode: '41000', name: 'Lyon' }],
  ['the name is borne twice', { name: 'Saint-Denis' }],
  ['the postcode is of another département', { postcode: '37999', name: 'Blois' }],
  ['the code is unknown', { code: '99999' }],
])('no commune is guessed when %s', (_, clues) => {
  expect(resolve(clues)).toBeNull()
})
