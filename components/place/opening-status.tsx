import { useFormatter, useTranslations } from 'next-intl'
import type { ClockTime, OpeningPhrase } from '@/lib/places/opening-phrase'
import styles from './opening-status.module.css'

/** "Ouvert jusqu'à 18 h", with a dot that is full when open and hollow when closed. */
export function OpeningStatus({ phrase }: { phrase: OpeningPhrase }) {
  const words = useOpeningWords()
  return <span className={`${styles.status} ${styles[stateOf(phrase)]}`}>{words(phrase)}</span>
}

function stateOf({ key }: OpeningPhrase): 'open' | 'closed' | 'unknown' {
  if (key === 'unknown') return key
  return key === 'open' || key === 'openUntil' || key === 'openUntilMidnight' ? 'open' : 'closed'
}

function useOpeningWords(): (phrase: OpeningPhrase) => string {
  const t = useTranslations('opening')
  const format = useFormatter()
  const time = useClockWords()
  return (phrase) => {
    if (!('time' in phrase)) return t(phrase.key)
    if (!('date' in phrase)) return t(phrase.key, { time: time(phrase.time) })
    const day = format.dateTime(
      phrase.date,
      phrase.key === 'opensOnDay'
        ? { weekday: 'long', timeZone: 'UTC' }
        : { day: 'numeric', month: 'long', timeZone: 'UTC' },
    )
    return t(phrase.key, { day, time: time(phrase.time) })
  }
}

/** `9 h`, `13 h 30`. */
export function useClockWords(): (time: ClockTime) => string {
  const t = useTranslations('opening')
  return ({ hours, minutes }) => {
    if (minutes === 0) return t('hour', { hours })
    return t('hourMinute', { hours, minutes: String(minutes).padStart(2, '0') })
  }
}
