import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { letter, sketchOf, windFrom } from './sketch'

const blois = { latitude: 47.586, longitude: 1.336 }
const degree = fc.double({ min: -0.3, max: 0.3, noNaN: true })
const town = fc.record({
  code: fc.string(),
  name: fc.string({ minLength: 3, maxLength: 20 }),
  north: degree,
  east: degree,
})

describe('a sketch', () => {
  test('shows a town of the north above, at its distance', () => {
    const north = { code: '1', name: 'Nord', latitude: blois.latitude + 0.018, longitude: blois.longitude }
    const { towns, scale } = sketchOf(blois, [north])
    const [drawn] = towns
    expect(drawn?.x).toBe(50)
    // 2 km, on a drawing whose scale says how long a kilometre is.
    expect((50 - (drawn?.y ?? 0)) / scale.units).toBeCloseTo(2000 / scale.metres, 1)
  })

  test('keeps towns, names and scale inside, and names apart', () => {
    fc.assert(
      fc.property(fc.array(town, { maxLength: 30 }), (around) => {
        const { towns, scale } = sketchOf(
          blois,
          around.map(({ code, name, north, east }) => ({
            code,
            name,
            latitude: blois.latitude + north,
            longitude: blois.longitude + east,
          })),
        )
        expect(scale.units).toBeGreaterThan(0)
        expect(scale.units).toBeLessThanOrEqual(40)
        const boxes = towns.map(({ name, label }) => {
          const width = name.length * letter.width
          const left = label.anchor === 'start' ? label.x : label.x - width
          return { left, right: left + width, y: label.y }
        })
        for (const [index, box] of boxes.entries()) {
          expect(box.left).toBeGreaterThanOrEqual(0)
          expect(box.right).toBeLessThanOrEqual(100)
          for (const other of boxes.slice(index + 1)) {
            const isApart =
              box.right <= other.left || other.right <= box.left || Math.abs(box.y - other.y) >= letter.height - 1e-6
            expect(isApart).toBe(true)
          }
        }
      }),
    )
  })
})

test.each([
  ['N', 1, 0],
  ['NE', 0.01, 0.015],
  ['E', 0, 1],
  ['SW', -0.01, -0.015],
  ['W', 0, -1],
] as const)('the wind %s is told from the difference', (wind, north, east) => {
  expect(windFrom(blois, { latitude: blois.latitude + north, longitude: blois.longitude + east })).toBe(wind)
})
