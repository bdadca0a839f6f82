import { expect, test } from 'vitest'
import { parseSearch } from '@/lib/search/schema'
import { areaAddress } from './area-address'

test('an area takes the place of where one searched, and keeps the filters', () => {
  const before = new URLSearchParams('lat=47&lon=1&rayon=5&departement=41&types=fabrique&q=caf&page=3&tri=nom')
  const address = areaAddress(before, { latitude: 47.58612, longitude: -1.33599, radius: 12_345 })
  expect(address).toBe('/lieux?types=fabrique&q=caf&lat=47.5861&lon=-1.3360&rayon=12.4')
})

test('an address can be searched however near or far the map is looked at', () => {
  for (const radius of [3, 250, 20_015_000]) {
    const address = areaAddress(new URLSearchParams(), { latitude: -21.1, longitude: 55.5, radius })
    expect(parseSearch(new URLSearchParams(address.split('?')[1])).problems).toEqual([])
  }
})
