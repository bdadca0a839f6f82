import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { facetCodes, facetGroupsOf, facetLists } from '@/lib/search/facets'
import { parseSearch, type Search, searchToParams } from '@/lib/search/schema'
import { facetsByParameter, kindFacets } from './facets-by-parameter'
import { decodeMapData, encodeMapData, type MapPlace } from './map-data'
import { filterOf, selectPlaces } from './map-filter'

const parameters = facetsByParameter()
const legend = { hubs: [], kinds: kindFacets(), parameters }
const nothing = parseSearch({}).search

/** A search by filters alone. */
const search = fc
  .record(Object.fromEntries(facetLists.map((list) => [list, fc.subarray(facetCodes(list), { maxLength: 2 })])))
  .chain((lists) => fc.boolean().map((isAccessible) => ({ ...nothing, ...lists, isAccessible }) as Search))

const numbers = Object.values(parameters).flatMap((values) => Object.values(values))
const place = fc.subarray(numbers).map((facets) => [...facets].sort((a, b) => a - b))

describe('the map filters', () => {
  test('as the server does, whatever the filters', () => {
    fc.assert(
      fc.property(search, fc.array(place, { maxLength: 40 }), (wanted, drawn) => {
        const places = drawn.map(
          (facets, index): MapPlace => ({
            id: index + 1,
            latitude: 0,
            longitude: 0,
            isApproximate: false,
            facets: `{${facets}}`,
          }),
        )
        const data = decodeMapData(encodeMapData(places, legend).buffer)
        const { groups, rest } = filterOf(searchToParams(wanted), data.parameters)
        expect(`${rest}`).toBe('')
        const meets = (facets: number[]) =>
          facetGroupsOf(wanted).every((group) => group.some((facet) => facets.includes(facet)))
        expect([...selectPlaces(data, groups)]).toEqual(drawn.map((facets) => +meets(facets)))
      }),
    )
  })

  test('by what the server found, beside the facets', () => {
    const places = [1, 2, 3].map(
      (id): MapPlace => ({ id, latitude: 0, longitude: 0, isApproximate: false, facets: id === 3 ? '{101}' : '{102}' }),
    )
    const data = decodeMapData(encodeMapData(places, legend).buffer)
    expect([...selectPlaces(data, [[102]], new Set([2, 3]))]).toEqual([0, 1, 0])
  })

  test('leaving to the server what facets do not tell, and to the list what is its own', () => {
    const params = new URLSearchParams(
      'types=fabrique&types=tiers-lieu&q=caf&lat=47&lon=1&page=2&lieu=Blois&ouvert=maintenant',
    )
    const { groups, rest } = filterOf(params, parameters)
    expect(groups).toEqual([[parameters.types?.fabrique, parameters.types?.['tiers-lieu']]])
    expect(`${rest}`).toBe('q=caf&lat=47&lon=1&ouvert=maintenant')
    expect(`${filterOf(new URLSearchParams('lat=47&lon=1&frais=gratuit'), parameters).rest}`).toBe('')
    expect(`${filterOf(new URLSearchParams('lat=47&lon=1&rayon=5'), parameters).rest}`).toBe('lat=47&lon=1&rayon=5')
  })
})
