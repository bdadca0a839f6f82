import { beforeEach, expect, it, vi } from 'vitest'
import { feature, stubGeocoder } from '@/tests/support/geocoder-stub'

const stub = await stubGeocoder()

/** A geocoder that remembers nothing. */
async function freshGeocoder() {
  vi.resetModules()
  return import('@/lib/geocoding/geocoder')
}

const query = { address: '1 rue des Essais', postcode: '41000', commune: 'Blois', communeCode: '41018' }

beforeEach(() => {
  stub.asked = []
  stub.say(feature())
})

it.each([
  ['housenumber', 'ADDRESS'],
  ['street', 'STREET'],
  ['locality', 'STREET'],
  ['municipality', 'COMMUNE'],
])('a %s is known as precisely as %s', async (type, precision) => {
  stub.say(feature({ type }))
  const { geocode } = await freshGeocoder()
  expect(await geocode(query)).toEqual({ latitude: 47.586, longitude: 1.336, precision })
})

it('asks once for the same address', async () => {
  const { geocode } = await freshGeocoder()
  await geocode(query)
  await geocode(query)
  expect(stub.asked).toEqual(['/search?q=1+rue+des+Essais+41000+Blois&limit=1&citycode=41018'])
})

it('answers nothing rather than a doubtful address or another commune', async () => {
  const { geocode } = await freshGeocoder()
  stub.say(feature({ score: 0.3 }))
  expect(await geocode(query)).toBeNull()
  stub.say(feature({ citycode: '41269' }))
  expect(await geocode({ ...query, address: '2 rue des Essais' })).toBeNull()
})

it('suggests addresses and finds the one at a position', async () => {
  const { reverse, suggest } = await freshGeocoder()
  expect(await suggest('1 rue des')).toMatchObject([{ label: '1 Rue des Essais 41000 Blois', communeCode: '41018' }])
  expect(await reverse({ latitude: 47.586, longitude: 1.336 })).toMatchObject({ address: '1 Rue des Essais' })
  expect(stub.asked.at(-1)).toBe('/reverse?lat=47.58600&lon=1.33600&limit=1')
})

it('stops asking a service that keeps failing', async () => {
  stub.answer = (response) => response.writeHead(500).end()
  const { geocode, isGeocoderDown } = await freshGeocoder()
  for (const number of [1, 2, 3, 4, 5])
    expect(await geocode({ ...query, address: `${number} rue des Essais` })).toBeNull()
  expect(isGeocoderDown()).toBe(true)
  expect(stub.asked).toHaveLength(3)
})

it('gives up on a service that does not answer in time, and on one that answers nonsense', async () => {
  const { geocode } = await freshGeocoder()
  stub.answer = () => {}
  expect(await geocode(query)).toBeNull()
  stub.answer = (response) => response.end('<html>')
  expect(await geocode({ ...query, address: '2 rue des Essais' })).toBeNull()
})

it('does not count a refused question against the service', async () => {
  stub.answer = (response) => response.writeHead(400).end()
  const { geocode, isGeocoderDown } = await freshGeocoder()
  for (const number of [1, 2, 3, 4]) await geocode({ ...query, address: `${number} rue des Essais` })
  expect(isGeocoderDown()).toBe(false)
})
