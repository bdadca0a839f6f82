import { describe, expect, test } from 'vitest'
import { directionsTo } from './directions'

const place = {
  name: 'Médiathèque & Co',
  address: '4 place Jean-Jaurès',
  postcode: '41000',
  communeName: 'Blois',
  latitude: 47.586,
  longitude: 1.336,
  isApproximate: false,
}
const hrefOf = (directions: ReturnType<typeof directionsTo>, mode: string, app: string) =>
  new URL(directions.ways.find((way) => way.mode === mode)?.links.find((link) => link.app === app)?.href ?? 'missing:')
    .searchParams

describe('the way to a place', () => {
  test('leads to its point, by foot, bus and car, each in the words of the application', () => {
    const directions = directionsTo(place)
    expect(Object.fromEntries(hrefOf(directions, 'bus', 'google'))).toEqual({
      api: '1',
      destination: '47.586,1.336',
      travelmode: 'transit',
    })
    expect(hrefOf(directions, 'foot', 'apple').get('dirflg')).toBe('w')
    expect(hrefOf(directions, 'car', 'openstreetmap').get('to')).toBe('47.586,1.336')
    expect(directions.phone).toBe('geo:47.586,1.336?q=47.586%2C1.336(M%C3%A9diath%C3%A8que%20%26%20Co)')
  })
  test('leads to the written address where the point is approximate', () => {
    const directions = directionsTo({ ...place, isApproximate: true })
    expect(hrefOf(directions, 'foot', 'google').get('destination')).toBe('4 place Jean-Jaurès, 41000 Blois')
    expect(decodeURIComponent(directions.phone)).toContain('?q=4 place Jean-Jaurès, 41000 Blois')
  })
  test('by bus is no question for OpenStreetMap, which knows no timetables', () => {
    expect(
      directionsTo(place)
        .ways.find(({ mode }) => mode === 'bus')
        ?.links.map(({ app }) => app),
    ).toEqual(['google', 'apple'])
  })
})
