import { z } from 'zod'
import type { Precision } from '@/prisma/client/enums'

/** An address as the Géoplateforme knows it. */
export interface GeocodedAddress {
  latitude: number
  longitude: number
  precision: Precision
  /** The whole address on one line */
  label: string
  /** Number and street */
  address: string
  postcode: string
  commune: string
  communeCode: string
  /** From 0 to 1: how sure the geocoder is */
  score: number
}

/** Words for people: on one line, and no longer than an address. */
const words = z.string().transform((text) => text.replace(/\p{Cc}+/gu, ' ').slice(0, 200))

const answer = z.object({
  features: z.array(
    z.object({
      geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]).rest(z.number()) }),
      properties: z.object({
        label: words,
        score: z.number().default(0),
        type: z.string().default(''),
        name: words.default(''),
        postcode: z.string().default(''),
        city: words.default(''),
        citycode: z.string().default(''),
      }),
    }),
  ),
})

const precisions: Readonly<Record<string, Precision | undefined>> = {
  housenumber: 'ADDRESS',
  street: 'STREET',
  locality: 'STREET',
  municipality: 'COMMUNE',
}

/**
 * Reads an answer of `/search` or `/reverse` (GeoJSON of addok).
 *
 * @throws ZodError when the service answers anything else
 */
export function readAnswer(body: unknown): GeocodedAddress[] {
  return answer.parse(body).features.flatMap(({ geometry, properties }) => {
    const [longitude, latitude] = geometry.coordinates
    const precision = precisions[properties.type]
    if (!precision || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return []
    const { label, score, name, postcode, city, citycode } = properties
    const address = precision === 'COMMUNE' ? '' : name
    return [{ latitude, longitude, precision, label, score, address, postcode, commune: city, communeCode: citycode }]
  })
}
