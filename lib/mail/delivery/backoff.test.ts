import fc from 'fast-check'
import { expect, it } from 'vitest'
import { backoff } from './backoff'

it('a message waits longer each time, never in step with the others, and six hours at most', () => {
  expect([1, 2, 3, 20].map((attempts) => backoff(attempts, 0.5) / 60_000)).toEqual([1, 2, 4, 240])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, random) => {
      const wait = backoff(attempts, random)
      expect(wait).toBeGreaterThanOrEqual(30_000)
      expect(wait).toBeLessThanOrEqual(6 * 3_600_000)
      expect(backoff(attempts + 1, random)).toBeGreaterThanOrEqual(wait)
    }),
  )
})
