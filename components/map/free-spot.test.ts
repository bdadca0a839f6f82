import { expect, test } from 'vitest'
import { apart, freeSpot } from './free-spot'

const from = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y)

test('a mark that nothing crowds stays where it is', () => {
  expect(freeSpot({ x: 10, y: 10 }, [{ x: 10, y: 10 + apart }])).toEqual({ x: 10, y: 10 })
})

test('a crowded one moves aside, and no further than it must', () => {
  const wanted = { x: 100, y: 100 }
  const taken = [
    { x: 100, y: 110 },
    { x: 150, y: 100 },
  ]
  const spot = freeSpot(wanted, taken)
  for (const other of taken) expect(from(spot, other)).toBeGreaterThanOrEqual(apart)
  expect(from(spot, wanted)).toBeLessThanOrEqual(2 * apart)
})

test('where there is no room around, it stays', () => {
  const crowd = Array.from({ length: 400 }, (_, index) => ({
    x: (index % 20) * 20 - 100,
    y: Math.floor(index / 20) * 20 - 100,
  }))
  expect(freeSpot({ x: 100, y: 100 }, crowd)).toEqual({ x: 100, y: 100 })
})
