import { expect, test } from 'vitest'
import { foldTerm } from './fold'

test('folding is one for accents, articles and scripts', () => {
  expect(foldTerm('Prime d’Activité')).toBe('prime activite')
  expect(foldTerm('الضرائب')).toBe(foldTerm('ضرائب'))
})
