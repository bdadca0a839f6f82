import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { GeocodedAddress } from '@/lib/geocoding/answer'
import { secondsOfRest, suggest } from '@/lib/geocoding/geocoder'
import { answering, openData } from '../../open-data'
import { tooManyRequests, unavailable } from '../../problem'
import { precisions } from '../communes/precisions'
import { readWords } from '../read-words'
import { secondsToWait } from '../throttle'

/** Each question may cost the national service one: one address types so many a minute, at most. */
const limiter = new RateLimiterMemory({ points: 120, duration: 60 })

export const GET = answering(async (request) => {
  const q = readWords(request, 200)
  if (q instanceof Response) return q
  const wait = await secondsToWait(limiter, request)
  if (wait > 0) return tooManyRequests(wait)
  const found = await suggest(q)
  if (!found) return unavailable('Le service des adresses ne répond pas. Réessayez un peu plus tard.', secondsOfRest())
  return openData(found.map(toApiAddress))
})

function toApiAddress(address: GeocodedAddress) {
  return {
    libelle: address.label,
    adresse: address.address,
    codePostal: address.postcode,
    commune: address.commune,
    codeInsee: address.communeCode,
    precision: precisions[address.precision],
    lat: address.latitude,
    lon: address.longitude,
  }
}
