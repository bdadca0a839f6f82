import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomFrom } from './random'

test('the same seed draws the same, another draws something else', () => {
  const draw = (seed: number) => Array.from({ length: 20 }, randomFrom(seed).next)
  expect(draw(1)).toEqual(draw(1))
  expect(draw(1)).not.toEqual(draw(2))
})

test('draws stay within their bounds', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(50), (seed, from, more) => {
      const random = randomFrom(seed)
      const whole = random.whole(from, from + more)
      expect(whole).toBeGreaterThanOrEqual(from)
      expect(whole).toBeLessThanOrEqual(from + more)
      expect(random.next()).toBeGreaterThanOrEqual(0)
      expect(random.next()).toBeLessThan(1)
    }),
  )
})

test('what weighs nothing is never drawn, and nothing cannot be drawn from', () => {
  const random = randomFrom(3)
  for (let draw = 0; draw < 200; draw++) expect(random.weighted(['a', 'b'], (item) => (item === 'a' ? 1 : 0))).toBe('a')
  expect(() => random.pick([])).toThrow(RangeError)
})
