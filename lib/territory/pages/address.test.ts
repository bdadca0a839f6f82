import { expect, test } from 'vitest'
import { territoryCode, territoryPath } from './address'

test.each([
  ['communes', '2A004', 'Ajaccio', '/communes/2A004-ajaccio'],
  ['communes', '59350', 'L’Haÿ-les-Roses', '/communes/59350-l-hay-les-roses'],
  ['departements', '971', 'Guadeloupe', '/departements/971-guadeloupe'],
  ['regions', '24', 'Centre-Val de Loire', '/regions/24-centre-val-de-loire'],
] as const)('%s %s has one address, which tells its code', (level, code, name, path) => {
  expect(territoryPath({ level, code, name })).toBe(path)
  expect(territoryCode(path.split('/')[2] ?? '')).toBe(code)
})

test('the code is enough, in small letters too', () => {
  expect(territoryCode('37261')).toBe('37261')
  expect(territoryCode('2a004-ailleurs')).toBe('2A004')
})

test.each(['', 'tours', '37261tours', '1', '-37', '371234567-x', "37'--"])('"%s" holds no code', (segment) =>
  expect(territoryCode(segment)).toBeNull(),
)
