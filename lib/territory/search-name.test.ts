import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchNameOf } from './search-name'

test.each([
  ["L'Haÿ-les-Roses", 'l hay les roses'],
  ['L’Haÿ-les-Roses', 'l hay les roses'],
  ['SAINT-ÉTIENNE', 'saint etienne'],
  ['st etienne', 'saint etienne'],
  ['St. Cyr', 'saint cyr'],
  ['Ste-Geneviève-des-Bois', 'sainte genevieve des bois'],
  ['Œuilly', 'oeuilly'],
  ['Hœdic', 'hoedic'],
  ['Bors (Canton de Tude-et-Lavalette)', 'bors canton de tude et lavalette'],
  ['  Paris   12e ', 'paris 12e'],
  ['', ''],
])('%s folds to %s', (name, folded) => {
  expect(searchNameOf(name)).toBe(folded)
})

test('"st" inside a word is left alone', () => {
  expect(searchNameOf('Brest, Stains')).toBe('brest stains')
})

test('folding is plain, spaced by one, and folds to itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const folded = searchNameOf(name)
      expect(folded).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/)
      expect(searchNameOf(folded)).toBe(folded)
    }),
  )
})

test('case, accents and hyphens change nothing', () => {
  const word = fc.stringMatching(/^[a-zA-ZéèêëàâîïôöùûüçÉÈÀ]{1,8}$/)
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
      const expected = searchNameOf(words.join(' '))
      expect(searchNameOf(words.join('-').toUpperCase())).toBe(expected)
      expect(searchNameOf(words.join("'").normalize('NFD'))).toBe(expected)
    }),
  )
})
