import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oneSlipAway } from './one-slip'
import { typingDistance } from './typing-distance'

test.each([
  ['ulce', 'luce'],
  ['lce', 'luce'],
  ['lucce', 'luce'],
  ['lucx', 'luce'],
  ['saintdenis', 'saint denis'],
])('from %s, %s is one slip away', (typed, meant) => {
  expect(oneSlipAway(typed)).toContain(meant)
})

test('each is one slip away, and what was typed is none', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (typed) => {
      const all = oneSlipAway(typed)
      expect(all).not.toContain(typed)
      for (const each of all) expect(typingDistance(typed, each)).toBeLessThanOrEqual(1)
    }),
    { numRuns: 20 },
  )
})
