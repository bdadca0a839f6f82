import { expect, test } from 'vitest'
import { pointOf } from './geojson-point'

const blois = { type: 'Point', coordinates: [1.336, 47.586] }

test('a point says where a place is, alone or first of a collection', () => {
  expect(pointOf(blois)).toEqual(['1.336', '47.586'])
  expect(pointOf({ ...blois, coordinates: ['1.336', '47.586'] })).toEqual(['1.336', '47.586'])
  expect(
    pointOf({
      type: 'MultiPoint',
      coordinates: [
        [1.336, 47.586],
        [2, 48],
      ],
    }),
  ).toEqual(['1.336', '47.586'])
  const outline = {
    type: 'Polygon',
    coordinates: [
      [
        [1, 47],
        [2, 47],
        [2, 48],
        [1, 47],
      ],
    ],
  }
  expect(pointOf({ type: 'GeometryCollection', geometries: [outline, blois] })).toEqual(['1.336', '47.586'])
})

test('an outline or a line gives no position: its first corner would mislead', () => {
  expect(
    pointOf({
      type: 'Polygon',
      coordinates: [
        [
          [1, 47],
          [2, 47],
          [2, 48],
          [1, 47],
        ],
      ],
    }),
  ).toBeNull()
  expect(
    pointOf({
      type: 'LineString',
      coordinates: [
        [1, 47],
        [2, 47],
      ],
    }),
  ).toBeNull()
})

test('what is no geometry gives none', () => {
  for (const geometry of [null, 1, 'Point', [], {}, { type: 'Point' }, { type: 'Point', coordinates: ['a', '2'] }])
    expect(pointOf(geometry)).toBeNull()
  expect(pointOf({ type: 'MultiPoint', coordinates: [] })).toBeNull()
})
