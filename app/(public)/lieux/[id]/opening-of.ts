import { openingState } from '@/lib/hours/opening'
import { wallClock } from '@/lib/hours/zone-clock'
import { type OpeningPhrase, openingPhrase } from '@/lib/places/opening-phrase'
import type { PublishedPlace } from '@/lib/places/queries'
import { timeZoneOf } from '@/lib/territory/time-zone'

/** An announced closure wins over the usual hours. */
export function openingOf({ openingHours, commune, closures }: PublishedPlace, at: Date): OpeningPhrase {
  const timeZone = timeZoneOf(commune.departmentCode)
  const today = wallClock(timeZone, at).toISOString().slice(0, 10)
  const isClosedToday = closures.some(({ from, to }) => dayOf(from) <= today && today <= dayOf(to))
  if (isClosedToday) return { key: 'closed' }
  return openingPhrase(openingState(openingHours, commune.departmentCode, at), at, timeZone)
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10)
