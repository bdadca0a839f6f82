import { expect, test } from 'vitest'
import { invitationMessage } from './message'

const offer = {
  role: 'PLACE_EDITOR' as const,
  hubName: null,
  placeNames: [] as string[],
  inviterName: 'Camille',
  link: 'https://example.org/invitation/abc',
  expiresAt: new Date('2026-12-06T12:00:00Z'),
}
const roleLines = (fields: object) =>
  invitationMessage({ ...offer, ...fields })
    .text.split('\n\n')[2]
    ?.replaceAll('\u00a0', ' ')

test('the link stands on a line of its own, under the day until which it works', () => {
  const { text } = invitationMessage(offer)
  expect(text).toContain('avant le 6 décembre 2026\u00a0:\nhttps://example.org/invitation/abc\n')
})

test.each([
  [{ role: 'NATIONAL_ADMIN' }, 'Votre rôle : administration nationale.'],
  [{ role: 'HUB_EDITOR', hubName: 'Hub-Lo' }, 'Votre rôle : saisie, Hub-Lo.'],
  [{ placeNames: ['A', 'B'] }, 'Votre rôle : mise à jour de lieux :\n- A\n- B'],
  [
    { placeNames: ['A', 'B', 'C', 'D', 'E', 'F', 'G'] },
    'Votre rôle : mise à jour de lieux :\n- A\n- B\n- C\n- D\n- E\n- et 2 autres',
  ],
])('%j is told as it is', (fields, expected) => {
  expect(roleLines(fields)).toBe(expected)
})
