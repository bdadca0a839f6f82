import { isRefusedText, maskNumber, noNumber } from '@/lib/privacy/safe-text'
import type { Problem } from '@/lib/search/query-reader'

const longestPlace = 200

/** What was typed as the place to start from, `lieu` of an address; it goes no further with a social-security number. */
export function readPlace(typed: string | string[] | undefined): { place: string | null; refused: Problem[] } {
  const place = [typed].flat()[0]?.trim().slice(0, longestPlace) || null
  if (place === null || !isRefusedText(place)) return { place, refused: [] }
  return { place: null, refused: [{ parameter: 'lieu', value: maskNumber(place), reason: noNumber }] }
}
