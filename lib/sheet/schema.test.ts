import { expect, test } from 'vitest'
import { chosenPlaces, sheetPath } from './schema'

test.each([
  ['adp-1,adp-2', ['adp-1', 'adp-2']],
  [
    ['adp-1', 'adp-2,adp-1'],
    ['adp-1', 'adp-2'],
  ],
  [' adp-1 ,,\n', ['adp-1']],
  ['', []],
  [undefined, []],
  ['a\u0000b', []],
])('%j chooses %j', (given, ids) => expect(chosenPlaces.parse(given)).toEqual(ids))

test('an address holds numbers alone, and is read again', () => {
  expect(sheetPath(['adp-1', 'adp-2'])).toBe('/fiche?lieux=adp-1,adp-2')
  const odd = 'Hubik/12&x=1'
  expect(chosenPlaces.parse(new URL(sheetPath([odd]), 'http://x').searchParams.get('lieux'))).toEqual([odd])
})
