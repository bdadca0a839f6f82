import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { OneButtonForm } from '@/components/ui/one-button-form'
import { SeatList } from '@/components/workshop/seat-list'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { listBookable, listSeatsOf } from '@/lib/workshops/seats/queries'
import { BookForm } from './book-form'
import { returnSeatAction } from './seat-actions'

interface Props {
  user: CurrentUser
  referralId: string
  done: string | string[] | undefined
}

const news = ['place-retenue', 'place-attendue', 'place-rendue'] as const

/** The seats kept for a referral in the workshops of its place; nothing where there is none to keep. */
export async function Seats({ user, referralId, done }: Props) {
  const now = new Date()
  const [seats, bookable, t, messages] = await Promise.all([
    listSeatsOf({ side: 'HELPER', user }, referralId, now),
    listBookable(user, referralId, now),
    getTranslations('seats'),
    getMessages(),
  ])
  if (seats.length + bookable.length === 0) return null
  const told = news.find((each) => each === done)
  return (
    <section aria-labelledby="places">
      <h2 id="places">{t('title')}</h2>
      {told && (
        <Notice tone="success" role="status">
          <p>{t(`done.${told}`)}</p>
        </Notice>
      )}
      <NextIntlClientProvider messages={{ seats: messages.seats }}>
        {seats.length === 0 && <p>{t('none')}</p>}
        <SeatList seats={seats}>
          {({ id, title, status }) => (
            <OneButtonForm
              action={returnSeatAction}
              to={{ referralId, seatId: id }}
              title={t('giveUpRefused')}
              outcomeId={`retour-${id}`}
              variant="quiet"
              aria-label={status === 'WAITING' ? undefined : t('giveUpThis', { title })}
            >
              {t(status === 'WAITING' ? 'leave' : 'giveUp')}
            </OneButtonForm>
          )}
        </SeatList>
        {seats.some(({ status }) => status === 'WAITING') && <p>{t('waitingHint')}</p>}
        {bookable.length > 0 && <BookForm referralId={referralId} bookable={bookable} />}
      </NextIntlClientProvider>
    </section>
  )
}
