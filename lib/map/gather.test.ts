import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gather } from './gather'

const apart = 0.01
const everything = { west: 0, north: 0, east: 1, south: 1 }
const spot = fc.double({ min: 0.2, max: 0.4, noNaN: true })
const crowd = fc.array(fc.record({ x: spot, y: spot, isShown: fc.boolean() }), { maxLength: 300 })
const spotsOf = (places: { x: number; y: number }[]) => ({
  x: Float64Array.from(places, ({ x }) => x),
  y: Float64Array.from(places, ({ y }) => y),
})

test('each place that is shown is gathered once, and marks stand apart', () => {
  fc.assert(
    fc.property(crowd, (places) => {
      const gatherings = gather(
        spotsOf(places),
        Uint8Array.from(places, ({ isShown }) => +isShown),
        everything,
        apart,
      )
      const ranks = gatherings.flatMap((gathering) => gathering.ranks())
      const shown = [...places.keys()].filter((rank) => places[rank]?.isShown)
      expect(ranks.sort((a, b) => a - b)).toEqual(shown)
      for (const { count, ranks } of gatherings) expect(ranks()).toHaveLength(count)
      for (const [index, one] of gatherings.entries()) {
        for (const other of gatherings.slice(index + 1)) {
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(apart)
        }
      }
    }),
  )
})

test('a place alone stands where it is; one too near another is gathered with it', () => {
  const spots = spotsOf([
    { x: 0.25, y: 0.25 },
    { x: 0.302, y: 0.3 },
    { x: 0.298, y: 0.3 },
  ])
  const found = gather(spots, Uint8Array.of(1, 1, 1), everything, apart)
  expect(found.map(({ count }) => count).sort()).toEqual([1, 2])
  expect(found.find(({ count }) => count === 1)).toMatchObject({ x: 0.25, y: 0.25 })
})

test('what is far from the view is left out', () => {
  const view = { west: 0.2, north: 0.2, east: 0.3, south: 0.3 }
  expect(gather(spotsOf([{ x: 0.5, y: 0.25 }]), Uint8Array.of(1), view, apart)).toEqual([])
})
