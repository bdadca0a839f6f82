import { headers } from 'next/headers'
import { clientAddressHeader } from '@/lib/accounts/client-address'
import { BusyError } from '@/lib/errors'
import { countFarWeek } from '@/lib/hours/mutations'
import type { FoundPlace } from '@/lib/search/found-place'
import { searchPlaces } from '@/lib/search/queries'
import type { Search } from '@/lib/search/schema'
import { TooManyAttemptsError } from '@/lib/throttle/limits'

interface Found {
  /** What was searched in the end */
  search: Search
  total: number
  places: FoundPlace[]
  /** Why the filters on hours could not be applied; null when they were */
  unapplied: 'busy' | 'tooMany' | null
}

/** The places found; when the hours cannot be told just now, those found whatever their hours, and why. */
export async function findPlaces(search: Search): Promise<Found> {
  try {
    if (search.openAt instanceof Date) await countFarWeek(search.openAt, (await headers()).get(clientAddressHeader))
    return { search, ...(await searchPlaces(search)), unapplied: null }
  } catch (error) {
    if (!(error instanceof BusyError || error instanceof TooManyAttemptsError)) throw error
    const whenever = { ...search, openAt: null, openingTimes: [] }
    const unapplied = error instanceof BusyError ? 'busy' : 'tooMany'
    return { search: whenever, ...(await searchPlaces(whenever)), unapplied }
  }
}
