import { useFormatter, useTranslations } from 'next-intl'
import { FrenchData } from '@/components/site/french-data'
import { LocalLink } from '@/components/site/local-link'
import { Icon } from '@/components/ui/icon'
import type { UpcomingSession } from '@/lib/workshops/queries'
import styles from './place.module.css'

/** Enough to choose one, not a calendar. */
const shownAtOnce = 4

interface Props {
  sessions: readonly UpcomingSession[]
  timeZone: string
}

/** The dated workshops to come, on the place's own clock. */
export function Sessions({ placeId, sessions, timeZone }: Props & { placeId: string }) {
  const t = useTranslations('place')
  const workshops = useTranslations('workshops')
  if (sessions.length === 0) return null
  const later = sessions.slice(shownAtOnce)
  return (
    <section>
      <h2>{t('sessionsTitle')}</h2>
      <SessionList sessions={sessions.slice(0, shownAtOnce)} timeZone={timeZone} />
      {later.length > 0 && (
        <details className={styles.more}>
          <summary>{t('laterSessions', { count: later.length })}</summary>
          <SessionList sessions={later} timeZone={timeZone} />
        </details>
      )}
      <p>
        <LocalLink className={styles.link} href={`/lieux/${placeId}/ateliers.ics`} hrefLang="fr" type="text/calendar">
          <Icon name="calendar" size={20} /> {workshops('subscribe')}
        </LocalLink>{' '}
        {workshops('subscribeHint')}
      </p>
    </section>
  )
}

function SessionList({ sessions, timeZone }: Props) {
  const t = useTranslations()
  const format = useFormatter()
  const clock = (date: Date) => format.dateTime(date, { timeStyle: 'short', timeZone })
  return (
    <ul className={styles.list}>
      {sessions.map(({ id, startsAt, endsAt, isCancelled, seatsLeft, rank, count, workshop }) => (
        <li key={id}>
          <strong>
            {format.dateTime(startsAt, { weekday: 'long', day: 'numeric', month: 'long', timeZone })},{' '}
            {t('place.slot', { opens: clock(startsAt), closes: clock(endsAt) })}
            {isCancelled && ` · ${t('workshops.cancelled')}`}
          </strong>
          <br />
          <FrenchData>{workshop.title}</FrenchData>
          <span className={styles.details}>
            {[
              workshop.isCycle && t('workshops.cycle', { count }),
              workshop.isCycle && rank > 1 && !isCancelled && t('workshops.underWay', { rank, count }),
              workshop.level && t(`levels.${workshop.level}`),
              workshop.priceCents === 0 && t('fees.FREE'),
              workshop.priceCents && format.number(workshop.priceCents / 100, { style: 'currency', currency: 'EUR' }),
              workshop.takesPass && t('place.takesPass'),
              !isCancelled && seatsLeft !== null && t('workshops.seatsLeft', { count: seatsLeft }),
            ]
              .filter(Boolean)
              .map((detail) => ` · ${detail}`)}
          </span>
          {workshop.bookingUrl && !isCancelled && seatsLeft !== 0 && (
            <>
              {' '}
              <a className={styles.link} href={workshop.bookingUrl} rel="nofollow">
                {t('place.bookSession')}
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
