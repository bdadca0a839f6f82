import { describe, expect, test } from 'vitest'
import { ofPlace } from './french-preposition'

describe('a name in French', () => {
  test.each([
    ['Blois', 'de Blois'],
    ['Argentat-sur-Dordogne', 'd’Argentat-sur-Dordogne'],
    ['Évry-Courcouronnes', 'd’Évry-Courcouronnes'],
    ['Œting', 'd’Œting'],
    ['Yvetot', 'd’Yvetot'],
    ['Yaucourt-Bussus', 'de Yaucourt-Bussus'],
    ['Haguenau', 'de Haguenau'],
    ['Le Mans', 'du Mans'],
    ['Les Ulis', 'des Ulis'],
    ['La Rochelle', 'de La Rochelle'],
    ['Lescar', 'de Lescar'],
  ])('after “de”, %s is said %s', (name, expected) => {
    expect(ofPlace('fr', name)).toBe(expected)
  })
})

test('another language has its own word in the sentence', () => {
  expect([ofPlace('en', 'Le Mans'), ofPlace('ar', 'Orléans')]).toEqual(['Le Mans', 'Orléans'])
})
