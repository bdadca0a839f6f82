import { expect, test } from 'vitest'
import { ofTown } from './words'

test.each([
  ['Blois', 'de Blois'],
  ['Orléans', 'd’Orléans'],
  ['Évreux', 'd’Évreux'],
  ['Le Havre', 'du Havre'],
  ['Les Abymes', 'des Abymes'],
  ['La Rochelle', 'de La Rochelle'],
  ['Lesparre-Médoc', 'de Lesparre-Médoc'],
  ['Paris 12e Arrondissement', 'de Paris 12e'],
  ['Marseille 1er Arrondissement', 'de Marseille 1er'],
])('%s with its preposition is %s', (town, expected) => {
  expect(ofTown(town)).toBe(expected)
})
