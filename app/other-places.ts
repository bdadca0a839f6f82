import type { OtherPlace } from '@/components/referral/answer/redirect-form'
import { listOtherPlaces, searchTaking } from '@/lib/referrals/places/queries'
import type { ShownReferral } from '@/lib/referrals/queries'

/** Where else a place may send somebody: by words, or the nearest ones for the same help. */
export async function otherPlaces(referral: ShownReferral, words: string): Promise<OtherPlace[]> {
  if (!referral.moves.includes('REDIRECT')) return []
  const found = words
    ? (await searchTaking(words, referral.place.id)).map((place) => ({ ...place, distance: null }))
    : await listOtherPlaces(referral)
  return found.map(({ id, name, address, postcode, communeName, distance }) => ({
    id,
    name,
    where: `${address}, ${postcode} ${communeName}`,
    kilometres: words ? null : Math.round((distance ?? 0) / 1000),
  }))
}
