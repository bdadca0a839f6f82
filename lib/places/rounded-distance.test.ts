import { expect, test } from 'vitest'
import { roundedDistance } from './rounded-distance'

test.each([
  [0, 'metres', 50],
  [340, 'metres', 350],
  [974, 'metres', 950],
  [975, 'kilometres', 1],
  [1240, 'kilometres', 1.2],
  [9940, 'kilometres', 9.9],
  [9960, 'kilometres', 10],
  [12_500, 'kilometres', 13],
  [512_300, 'kilometres', 512],
])('%i m is told in %s: %d', (metres, unit, value) => {
  expect(roundedDistance(metres)).toEqual({ unit, value })
})
