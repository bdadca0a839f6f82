import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandStart, compareNear, type Rankable } from './near-ties'

test.each([
  [0, 0],
  [249.9, 0],
  [250, 250],
  [999, 750],
  [1_000, 1_000],
  [1_499, 1_000],
  [4_999, 4_500],
  [5_000, 5_000],
  [9_999, 9_000],
  [14_999, 10_000],
  [20_000, 20_000],
])('at %d m one is in the band that starts at %d m', (metres, start) => {
  expect(bandStart(metres)).toBe(start)
})

const rankable: fc.Arbitrary<Rankable> = fc.record({
  id: fc.string({ minLength: 1, maxLength: 2 }),
  distance: fc.oneof(fc.integer({ min: 0, max: 3_000 }), fc.double({ min: 0, max: 60_000, noNaN: true })),
  isStale: fc.boolean(),
  isOpen: fc.boolean(),
  fit: fc.integer({ min: 0, max: 3 }),
  isFresh: fc.boolean(),
})

test('the order is total: it depends neither on what comes first nor on what is between', () => {
  fc.assert(
    fc.property(rankable, rankable, rankable, (a, b, c) => {
      expect(Math.sign(compareNear(a, b)) + Math.sign(compareNear(b, a))).toBe(0)
      if (compareNear(a, b) <= 0 && compareNear(b, c) <= 0) expect(compareNear(a, c)).toBeLessThanOrEqual(0)
    }),
  )
})

test('nothing makes up for a band, nor for a listing that nobody confirms within one, and open makes up for the rest', () => {
  const place = { id: 'a', distance: 100, isStale: false, isOpen: false, fit: 0, isFresh: false }
  const stale = { ...place, isStale: true, isOpen: true, fit: 9, isFresh: true }
  expect(compareNear(place, { ...stale, distance: 10 })).toBeLessThan(0)
  expect(compareNear(stale, { ...place, distance: 260, isOpen: true })).toBeLessThan(0)
  expect(compareNear(place, { ...place, distance: 260, isOpen: true, fit: 9, isFresh: true })).toBeLessThan(0)
  expect(compareNear({ ...place, fit: 9, isFresh: true }, { ...place, distance: 240, isOpen: true })).toBeGreaterThan(0)
})
