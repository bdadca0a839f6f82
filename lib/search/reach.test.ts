import { expect, test } from 'vitest'
import { reachOf } from './reach'

test.each([
  [[12, 4], { kilometres: 20, count: 12 }],
  [[1, 0, 1, 0, 5], { kilometres: 40, count: 7 }],
  [[2], { kilometres: 20, count: 2 }],
  [[0, 0, 0, 0, 0, 1], { kilometres: 45, count: 1 }],
  [[], { kilometres: 50, count: 0 }],
])('with %j places by step, a reasonable trip is %j', (bySteps, reached) => {
  expect(reachOf(bySteps)).toEqual(reached)
})
