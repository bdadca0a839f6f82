import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countIn, eastOf, latitudeAt, longitudeAt, southOf, spotsOf } from './spots'

test('a position is found again on the flat map', () => {
  const position = fc.tuple(
    fc.double({ min: -85, max: 85, noNaN: true }),
    fc.double({ min: -180, max: 180, noNaN: true }),
  )
  fc.assert(
    fc.property(position, ([latitude, longitude]) => {
      expect(latitudeAt(southOf(latitude))).toBeCloseTo(latitude, 6)
      expect(longitudeAt(eastOf(longitude))).toBeCloseTo(longitude, 6)
    }),
  )
})

test('only places that are shown and in the view are counted', () => {
  const spots = spotsOf({ latitudes: Float64Array.of(47, 47, 60), longitudes: Float64Array.of(1, 2, 1) })
  const view = { west: eastOf(0), east: eastOf(3), north: southOf(48), south: southOf(46) }
  expect(countIn(spots, Uint8Array.of(1, 0, 1), view)).toBe(1)
})
