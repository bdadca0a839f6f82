import type { OpeningState } from '@/lib/hours/opening'
import { type OpeningPhrase, placeOpening, stateOf } from '@/lib/places/opening-phrase'
import type { PublishedPlace } from '@/lib/places/queries'

/** Whether a place is open, and how to say it. An announced closure wins over the usual hours. */
export function openingOf(
  { openingHours, commune, closures }: PublishedPlace,
  at: Date,
): { state: OpeningState['state']; phrase: OpeningPhrase } {
  const phrase = placeOpening({ openingHours, departmentCode: commune.departmentCode, closures }, at)
  return { state: stateOf(phrase), phrase }
}
