import { expect, test } from 'vitest'
import { isAddressLike, partsOfAddress } from './address-like'

test.each([
  '12 rue du Bourg-Neuf Blois',
  '12 rue du bourg',
  '3bis avenue de la République',
  'rue de la Gare',
  'place du château blois',
  '12 bourg neuf blois',
  'bd Voltaire',
  'Résidence les Tilleuls',
  '1 allée des Acacias 41000 Blois',
])('%s may be an address', (text) => {
  expect(isAddressLike(text)).toBe(true)
})

test.each([
  'blois',
  'blois 41',
  '41 blois',
  '41000 Blois',
  'paris 12',
  'Saint-Cyr-sur-Loire',
  'st denis 93',
  '75012',
  'La Rue',
  '',
])('%s is no address', (text) => {
  expect(isAddressLike(text)).toBe(false)
})

test('the town of an address stands after its postcode, or at its end', () => {
  expect(partsOfAddress('1 allée des Acacias, 41000 Blois Cedex')).toEqual({ words: ['blois'], postcode: '41000' })
  expect(partsOfAddress('12 rue du Bourg-Neuf Blois')).toEqual({
    words: ['rue', 'du', 'bourg', 'neuf', 'blois'],
    postcode: '',
  })
  expect(partsOfAddress('1 rue Neuve 41000')).toEqual({ words: ['rue', 'neuve'], postcode: '41000' })
})
