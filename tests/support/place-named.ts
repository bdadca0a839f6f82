import { type PlaceInput, placeInput } from '@/lib/places/schema'

/** A place in Blois with one service, but for what is said otherwise, as its form would send it. */
export function placeNamed(name: string, fields: Record<string, unknown> = {}): PlaceInput {
  return placeInput.parse({
    kind: 'MEDIATION',
    name,
    address: '1 rue de la Paix',
    postcode: '41000',
    communeCode: '41018',
    latitude: '47.586',
    longitude: '1.336',
    precision: 'ADDRESS',
    services: { EMPLOYMENT: { offered: 'on', fees: ['FREE'] } },
    ...fields,
  })
}
