import { expect, test } from 'vitest'
import { listAlternatives } from '@/lib/places/alternatives/queries'
import { placeOpening, stateOf } from '@/lib/places/opening-phrase'
import { distanceInMetres } from '@/lib/territory/distance'
import { addSamplePlaces } from '../support/sample-places'

test('the alternatives are the nearest open places that help with one of the same things, as counting by hand finds', async () => {
  const published = (await addSamplePlaces(600)).filter(({ data }) => data.status === 'PUBLISHED')
  const at = new Date()
  const open = published.filter(({ data, departmentCode, closures }) => {
    const { openingHours } = data
    return (
      stateOf(
        placeOpening(
          { openingHours, departmentCode, closures: closures.map((each) => ({ ...each, reason: null })) },
          at,
        ),
      ) === 'open'
    )
  })
  let told = 0
  for (const { id, services, data } of published.slice(0, 100)) {
    const expected = open
      .filter((other) => other.id !== id)
      // A place that has not said what it helps with is replaced by any.
      .filter((other) => services.length === 0 || other.services.some((service) => services.includes(service)))
      .map((other) => distanceInMetres(data, other.data))
      .filter((metres) => metres <= 15_000)
      .sort((a, b) => a - b)
      .slice(0, 3)
    const found = await listAlternatives({ id, ...data, services: services.map((service) => ({ service })) })
    expect(found?.map(({ distance }) => distance)).toEqual(expected.map((metres) => Math.round(metres)))
    told += found?.length ?? 0
  }
  expect(told).toBeGreaterThan(20)
})
