import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeMapData, encodeMapData, type MapLegend, type MapPlace } from './map-data'
import { hasBit } from './planes'

const legend: MapLegend = {
  hubs: [{ slug: 'hub', name: 'Hub de l’Œuvre', latitude: 47.5, longitude: 1.3 }],
  kinds: { FABRIQUE: 101, FRANCE_SERVICES: 102, TIERS_LIEU: 103, MEDIATION: 104 },
  parameters: { types: { 'france-services': 102 } },
}

const places = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 8_000_000 }),
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
      isApproximate: fc.boolean(),
      facets: fc.uniqueArray(fc.integer({ min: 101, max: 1101 }), { maxLength: 12 }),
    }),
    { selector: ({ id }) => id, maxLength: 80 },
  )
  .map((drawn) =>
    drawn
      .sort((a, b) => a.id - b.id)
      .map(({ facets, ...place }): MapPlace => ({ ...place, facets: `{${facets.sort((a, b) => a - b)}}` })),
  )

test('every place travels to the map and back, at most three metres aside', () => {
  fc.assert(
    fc.property(places, (given) => {
      const data = decodeMapData(encodeMapData(given, legend).buffer)
      expect(data).toMatchObject(legend)
      expect([...data.ids]).toEqual(given.map(({ id }) => id))
      for (const [rank, place] of given.entries()) {
        const combination = data.combinationOf[rank] ?? -1
        const facets = [...data.facets].filter(([, column]) => hasBit(column, combination)).map(([facet]) => facet)
        expect(`{${facets}}`).toBe(place.facets)
        expect(Math.abs((data.latitudes[rank] ?? 0) - place.latitude) * 111_200).toBeLessThan(3)
        expect(Math.abs((data.longitudes[rank] ?? 0) - place.longitude) * 111_200).toBeLessThan(3)
        expect(hasBit(data.approximate, rank)).toBe(place.isApproximate)
      }
    }),
  )
})
