import fc from 'fast-check'
import { expect, test } from 'vitest'
import { typingDistance } from './typing-distance'

test.each([
  ['blois', 'blois', 0],
  ['blos', 'blois', 1],
  ['bloiss', 'blois', 1],
  ['bluis', 'blois', 1],
  ['bolis', 'blois', 1],
  ['saint mart', 'saint martin', 0.5],
  ['', 'blois', 0.5],
])('%s is away from %s by %f', (typed, name, distance) => {
  expect(typingDistance(typed, name)).toBe(distance)
})

test('one letter forgotten, added or replaced is at most one slip', () => {
  const word = fc.stringMatching(/^[a-z ]{1,15}$/)
  fc.assert(
    fc.property(word, fc.nat(14), fc.stringMatching(/^[a-z]?$/), fc.boolean(), (name, at, letter, isReplaced) => {
      const typed = name.slice(0, at) + letter + name.slice(at + (isReplaced ? 1 : 0))
      expect(typingDistance(typed, name)).toBeLessThanOrEqual(1)
    }),
  )
})
