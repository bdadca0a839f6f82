import 'server-only'
import { env } from '@/lib/env'
import type { Position } from '@/lib/territory/distance'
import type { Precision } from '@/prisma/client/enums'
import { type GeocodedAddress, readAnswer } from './answer'
import { CircuitBreaker } from './circuit-breaker'
import { Recent } from './recent'

/** An address to look up; the commune's code keeps the answer within it. */
export interface AddressQuery {
  address: string
  postcode?: string | null
  commune?: string | null
  communeCode?: string | null
}

/** Nobody waits longer than this for the service. Milliseconds. */
const timeout = 2000
/** Below this the geocoder is guessing: a wrong point would mislead more than none. */
const leastScore = 0.5
/** Longest question that the service takes. */
const longestQuestion = 200

const breaker = new CircuitBreaker(3, 30_000)
const recent = new Recent<GeocodedAddress[]>(5000)

/** Whether the geocoder has stopped answering: asking it now returns null at once. */
export function isGeocoderDown(): boolean {
  return breaker.isOpen
}

/**
 * The position of an address, by the Géoplateforme.
 *
 * @returns null when it is not found, not found surely enough, or when the service does not answer
 */
export async function geocode(query: AddressQuery): Promise<(Position & { precision: Precision }) | null> {
  const question = [query.address, query.postcode, query.commune].filter(Boolean).join(' ')
  const [found] = await search(question, { limit: '1', citycode: query.communeCode ?? '' })
  if (!found || found.score < leastScore) return null
  if (query.communeCode && found.communeCode !== query.communeCode) return null
  return { latitude: found.latitude, longitude: found.longitude, precision: found.precision }
}

/** Addresses that begin like what is typed, best first; none when the service does not answer. */
export function suggest(text: string, limit = 5): Promise<GeocodedAddress[]> {
  return search(text, { limit: String(limit), autocomplete: '1' })
}

/** The address nearest a position; null when there is none or the service does not answer. */
export async function reverse({ latitude, longitude }: Position): Promise<GeocodedAddress | null> {
  const [found] = await ask('reverse', { lat: latitude.toFixed(5), lon: longitude.toFixed(5), limit: '1' })
  return found ?? null
}

async function search(text: string, options: Record<string, string>): Promise<GeocodedAddress[]> {
  // The service refuses less than three characters, and a question that starts with a sign
  const question = text
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\d]+/u, '')
    .slice(0, longestQuestion)
    .trim()
  return question.length < 3 ? [] : ask('search', { q: question, ...options })
}

async function ask(path: 'search' | 'reverse', parameters: Record<string, string>): Promise<GeocodedAddress[]> {
  const given = Object.entries(parameters).filter(([, value]) => value !== '')
  const question = `${path}?${new URLSearchParams(given)}`
  const known = recent.get(question)
  if (known) return known
  if (breaker.isOpen) return []
  try {
    const response = await fetch(`${env().GEOCODER_URL.replace(/\/+$/, '')}/${question}`, {
      signal: AbortSignal.timeout(timeout),
    })
    // A question that it refuses says nothing against the service; being overloaded does
    if (response.status >= 400 && response.status < 500 && response.status !== 429) return []
    if (!response.ok) throw new Error(`the geocoder answered ${response.status}`)
    const found = readAnswer(await response.json())
    breaker.succeeded()
    recent.set(question, found)
    return found
  } catch {
    breaker.failed()
    return []
  }
}
