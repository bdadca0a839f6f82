import { useFormatter, useTranslations } from 'next-intl'
import type { UpcomingSession } from '@/lib/workshops/queries'
import styles from './place.module.css'

/** Enough to choose one, not a calendar. */
const shownAtOnce = 4

/** The dated workshops to come, on the place's own clock. */
export function Sessions({ sessions, timeZone }: { sessions: readonly UpcomingSession[]; timeZone: string }) {
  const t = useTranslations('place')
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
    </section>
  )
}

function SessionList({ sessions, timeZone }: { sessions: readonly UpcomingSession[]; timeZone: string }) {
  const t = useTranslations()
  const format = useFormatter()
  const clock = (date: Date) => format.dateTime(date, { timeStyle: 'short', timeZone })
  return (
    <ul className={styles.list}>
      {sessions.map(({ id, startsAt, endsAt, workshop }) => (
        <li key={id}>
          <strong>
            {format.dateTime(startsAt, { weekday: 'long', day: 'numeric', month: 'long', timeZone })},{' '}
            {t('place.slot', { opens: clock(startsAt), closes: clock(endsAt) })}
          </strong>
          <br />
          <span lang="fr">{workshop.title}</span>
          <span className={styles.details}>
            {[
              workshop.level && t(`levels.${workshop.level}`),
              workshop.priceCents === 0 && t('fees.FREE'),
              workshop.priceCents && format.number(workshop.priceCents / 100, { style: 'currency', currency: 'EUR' }),
              workshop.takesPass && t('place.takesPass'),
              workshop.seats && t('place.seats', { count: workshop.seats }),
            ]
              .filter(Boolean)
              .map((detail) => ` · ${detail}`)}
          </span>
          {workshop.bookingUrl && (
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
