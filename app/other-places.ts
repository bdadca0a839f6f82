import { getTranslations } from 'next-intl/server'
import type { OtherPlace } from '@/components/referral/other-place'
import { nextOpeningWords } from '@/lib/referrals/places/next-opening'
import { listOtherPlaces, searchTaking } from '@/lib/referrals/places/queries'
import type { ShownReferral } from '@/lib/referrals/queries'

/**
 * Where else a referral may go: by the words that the address of the page holds, or the nearest for the same help.
 *
 * @param sender the organisation, where it is the one to choose
 */
export async function otherPlaces(
  referral: ShownReferral,
  q: string | string[] | undefined,
  sender?: string,
): Promise<{ words: string; places: OtherPlace[] }> {
  const words = typeof q === 'string' ? q.slice(0, 100).trim() : ''
  if (!referral.moves.includes('REDIRECT')) return { words, places: [] }
  const t = await getTranslations('referral.elsewhere')
  const now = new Date()
  const found = words
    ? (await searchTaking(words, referral.place.id)).map((place) => ({ ...place, more: [] }))
    : (await listOtherPlaces({ ...referral, sender }, now)).map((place) => ({
        ...place,
        more: [t('far', { kilometres: Math.round((place.distance ?? 0) / 1000) }), nextOpeningWords(place, now)],
      }))
  const places = found.map(({ id, name, address, postcode, communeName, more }) => ({
    id,
    name,
    where: [`${address}, ${postcode} ${communeName}`, ...more].filter(Boolean).join(' · '),
  }))
  return { words, places }
}
