import 'server-only'
import { BusyError } from '@/lib/errors'
import type { FoundPlace } from '@/lib/search/found-place'
import { searchPlaces } from '@/lib/search/queries'
import { parseSearch, type Search } from '@/lib/search/schema'
import type { Service } from '@/prisma/client/enums'

/** Kilometres that a person without a car may still go today. */
const reach = 15
const toldAtMost = 3

interface Shut {
  id: string
  latitude: number
  longitude: number
  services: readonly { service: Service }[]
}

/** What to ask the directory when a place is shut: who is open now, within reach, and helps with one of the same things. */
export function searchInstead({ latitude, longitude, services }: Shut): Search {
  return {
    ...parseSearch(new URLSearchParams()).search,
    near: { latitude, longitude },
    radius: reach,
    services: services.map(({ service }) => service),
    openAt: 'now',
    sort: 'DISTANCE',
    // The place itself may be among them, when a closure was announced for today.
    limit: toldAtMost + 1,
  }
}

/**
 * The nearest places that are open now and help with one of the same things: three at most, within 15 km.
 *
 * @returns null while the hours of this week are being judged: the place's own page need not wait for them
 */
export async function listAlternatives(place: Shut): Promise<FoundPlace[] | null> {
  try {
    const { places } = await searchPlaces(searchInstead(place))
    return places.filter(({ id }) => id !== place.id).slice(0, toldAtMost)
  } catch (error) {
    if (error instanceof BusyError) return null
    throw error
  }
}
