import { expect, test } from 'vitest'
import { decodeMapData, encodeMapData, type MapPoint } from './map-data'

test('points travel to the map and back, to the metre', () => {
  const point: MapPoint = {
    id: 'adp-1',
    name: 'Médiathèque',
    kind: 'MEDIATION',
    latitude: 47.5861234,
    longitude: 1.3359876,
    isApproximate: true,
  }
  expect(decodeMapData(JSON.parse(JSON.stringify(encodeMapData([point]))))).toEqual([
    { ...point, latitude: 47.58612, longitude: 1.33599 },
  ])
})
