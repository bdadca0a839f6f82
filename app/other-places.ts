import type { OtherPlace } from '@/components/referral/answer/redirect-form'
import { nextOpeningWords } from '@/lib/referrals/places/next-opening'
import { listOtherPlaces, searchTaking } from '@/lib/referrals/places/queries'
import type { ShownReferral } from '@/lib/referrals/queries'

/** Where else a place may send somebody: by words, or the nearest ones for the same help. */
export async function otherPlaces(referral: ShownReferral, words: string): Promise<OtherPlace[]> {
  if (!referral.moves.includes('REDIRECT')) return []
  const now = new Date()
  const found = words
    ? (await searchTaking(words, referral.place.id)).map((place) => ({ ...place, kilometres: null, opens: null }))
    : (await listOtherPlaces(referral, now)).map((place) => ({
        ...place,
        kilometres: Math.round((place.distance ?? 0) / 1000),
        opens: nextOpeningWords(place, now),
      }))
  return found.map(({ id, name, address, postcode, communeName, kilometres, opens }) => ({
    id,
    name,
    where: `${address}, ${postcode} ${communeName}`,
    kilometres,
    opens,
  }))
}
