import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

/** An answer of the Géoplateforme: an address of Blois, but for what is said otherwise. */
export const feature = (properties: object = {}, coordinates: unknown = [1.336, 47.586]) => ({
  geometry: { type: 'Point', coordinates },
  properties: {
    label: '1 Rue des Essais 41000 Blois',
    name: '1 Rue des Essais',
    type: 'housenumber',
    score: 0.9,
    citycode: '41018',
    postcode: '41000',
    city: 'Blois',
    ...properties,
  },
})

/** A geocoder on loopback for one test file, from before it loads `lib`: what it is asked, and what it says. */
export async function stubGeocoder() {
  const stub = {
    asked: [] as string[],
    answer: (response: ServerResponse): void => void response.end(),
    say(...features: object[]) {
      stub.answer = (response) => response.end(JSON.stringify({ type: 'FeatureCollection', features }))
    },
  }
  const server = createServer((request, response) => {
    stub.asked.push(request.url ?? '')
    stub.answer(response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  process.env.GEOCODER_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return stub
}
