import 'server-only'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { env } from '@/lib/env'
import { isSafe } from '@/lib/privacy/safe-text'
import { Recent } from '@/lib/recent'
import type { Position } from '@/lib/territory/distance'
import type { Precision } from '@/prisma/client/enums'
import { type GeocodedAddress, readAnswer } from './answer'
import { CircuitBreaker } from './circuit-breaker'

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
/** Answers weigh some kilobytes; one that does not end is not read to its end. Bytes. */
const largestAnswer = 300_000
/** The service takes 50 questions a second; what people type leaves some to those who write places. */
const questionsOfPeople = new RateLimiterMemory({ points: 30, duration: 1 })

const breaker = new CircuitBreaker(3, 30_000)
const recent = new Recent<GeocodedAddress[]>(5000)
/** A page and its title ask at the same moment. */
const underWay = new Map<string, Promise<GeocodedAddress[] | null>>()

/** Whether the geocoder has stopped answering: asking it now returns null at once. */
export function isGeocoderDown(): boolean {
  return breaker.isOpen
}

/** Seconds after which a service that did not answer may be asked again. */
export function secondsOfRest(): number {
  return Math.max(1, Math.ceil(breaker.wait / 1000))
}

/**
 * The position of an address, by the Géoplateforme.
 *
 * @returns null when it is not found, not found surely enough, or when the service does not answer
 */
export async function geocode(query: AddressQuery): Promise<(Position & { precision: Precision }) | null> {
  const question = [query.address, query.postcode, query.commune].filter(Boolean).join(' ')
  const [found] = (await search(question, { limit: '1', citycode: query.communeCode ?? '' })) ?? []
  if (!found || found.score < leastScore) return null
  if (query.communeCode && found.communeCode !== query.communeCode) return null
  return { latitude: found.latitude, longitude: found.longitude, precision: found.precision }
}

/** Addresses that begin like what is typed, best first; null when the service does not answer. */
export function suggest(text: string, limit = 5): Promise<GeocodedAddress[] | null> {
  return search(text, { limit: String(limit), autocomplete: '1' }, questionsOfPeople)
}

/**
 * The address that somebody typed whole.
 *
 * @returns the address, `'unknown'` when none is like it, or null when the service does not answer
 */
export async function findAddress(text: string): Promise<GeocodedAddress | 'unknown' | null> {
  const found = await search(text, { limit: '1' }, questionsOfPeople)
  if (found === null) return null
  return found[0] && found[0].score >= leastScore ? found[0] : 'unknown'
}

/** The address nearest a position; null when there is none or the service does not answer. */
export async function reverse({ latitude, longitude }: Position): Promise<GeocodedAddress | null> {
  const found = await ask('reverse', { lat: latitude.toFixed(5), lon: longitude.toFixed(5), limit: '1' })
  return found?.[0] ?? null
}

async function search(text: string, options: Record<string, string>, budget?: RateLimiterMemory) {
  // The service refuses less than three characters, and a question that starts with a sign
  const question = text
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\d]+/u, '')
    .slice(0, longestQuestion)
    .trim()
  return question.length < 3 || !isSafe(text) ? [] : ask('search', { q: question, ...options }, budget)
}

/** @returns null when the service does not answer, or is not asked because it would not */
async function ask(
  path: 'search' | 'reverse',
  parameters: Record<string, string>,
  budget?: RateLimiterMemory,
): Promise<GeocodedAddress[] | null> {
  const given = Object.entries(parameters).filter(([, value]) => value !== '')
  const question = `${path}?${new URLSearchParams(given)}`
  const key = question.toLowerCase()
  const known = recent.get(key) ?? underWay.get(key)
  if (known) return known
  if (budget && !(await hasLeft(budget))) return null
  if (!breaker.mayAsk()) return null
  const answer = askService(question, key).finally(() => underWay.delete(key))
  underWay.set(key, answer)
  return answer
}

async function askService(question: string, key: string): Promise<GeocodedAddress[] | null> {
  try {
    const response = await fetch(`${env().GEOCODER_URL.replace(/\/+$/, '')}/${question}`, {
      signal: AbortSignal.timeout(timeout),
      // It lives at its address: what it would lead to is another server
      redirect: 'error',
    })
    // A question that it refuses says nothing against the service; being overloaded does
    const isRefused = response.status >= 400 && response.status < 500 && response.status !== 429
    if (!response.ok && !isRefused) throw new Error(`the geocoder answered ${response.status}`)
    if (isRefused) await response.body?.cancel()
    const found = isRefused ? [] : readAnswer(JSON.parse(await readText(response)))
    breaker.succeeded()
    if (!isRefused) recent.set(key, found)
    return found
  } catch {
    breaker.failed()
    return null
  }
}

async function hasLeft(budget: RateLimiterMemory): Promise<boolean> {
  return budget.consume('').then(
    () => true,
    () => false,
  )
}

async function readText(response: Response): Promise<string> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of response.body ?? []) {
    size += piece.byteLength
    if (size > largestAnswer) throw new Error('the geocoder answers without end')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
