import { getTranslations } from 'next-intl/server'
import { SeatList } from '@/components/workshop/seat-list'
import type { Party } from '@/lib/referrals/party'
import { listSeatsOf } from '@/lib/workshops/seats/queries'

/** The seats that a referral has in the workshops of the place that answers it; nothing without any. */
export async function PlaceSeats({ party, referralId }: { party: Party; referralId: string }) {
  const [seats, t] = await Promise.all([listSeatsOf(party, referralId, new Date()), getTranslations('seats')])
  if (seats.length === 0) return null
  return (
    <section aria-labelledby="places">
      <h2 id="places">{t('title')}</h2>
      <SeatList seats={seats} />
    </section>
  )
}
