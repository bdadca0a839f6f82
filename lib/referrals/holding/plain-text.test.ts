import { expect, test } from 'vitest'
import { plainText } from './plain-text'

test('facts are lines, lists are indented, and parts stand apart', () => {
  expect(
    plainText({
      Code: 'K7QF-2M9X',
      Pour: ['Chercher un emploi', 'Imprimer'],
      Besoin: { Mots: 'Un CV\nà refaire' },
      Lectures: [{ Quand: 'lundi' }, { Quand: 'mardi', Qui: 'le lieu' }],
    }),
  ).toBe(
    [
      'Code\u00a0: K7QF-2M9X',
      'Pour',
      '  - Chercher un emploi',
      '  - Imprimer',
      'Besoin',
      '  Mots\u00a0: Un CV',
      '    à refaire',
      'Lectures',
      '  Quand\u00a0: lundi',
      '',
      '  Quand\u00a0: mardi',
      '  Qui\u00a0: le lieu',
    ].join('\n'),
  )
})
