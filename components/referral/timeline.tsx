import { useFormatter, useTranslations } from 'next-intl'
import type { ReferralAction, ReferralSide } from '@/prisma/client/enums'
import styles from './timeline.module.css'

/** One thing that happened to a referral. */
export interface ToldEvent {
  id: string
  at: Date
  action: ReferralAction
  side: ReferralSide
  /** Who did it, where an account did */
  by: string | null
  /** Free words; null where there are none, or none any more */
  words: string | null
}

interface Props {
  events: readonly ToldEvent[]
  /** IANA name of the place's clocks */
  timeZone: string
}

/** What happened, the oldest first, in plain words. */
export function Timeline({ events, timeZone }: Props) {
  const t = useTranslations('referral')
  const format = useFormatter()
  return (
    <ol className={styles.timeline}>
      {events.map(({ id, at, action, side: of, by, words }) => (
        <li key={id} data-side={of}>
          <p>
            <strong>{t(`events.${action}`)}</strong>{' '}
            <span className={styles.who}>{t('by', { who: by ?? t(`sides.${of}`) })}</span>
          </p>
          <p className={styles.when}>
            <time dateTime={at.toISOString()}>
              {format.dateTime(at, { dateStyle: 'full', timeStyle: 'short', timeZone })}
            </time>
          </p>
          {words && <p className={styles.words}>{words}</p>}
        </li>
      ))}
    </ol>
  )
}
