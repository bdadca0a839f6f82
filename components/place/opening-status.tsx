import { useFormatter, useTranslations } from 'next-intl'
import { type ClockTime, type OpeningPhrase, stateOf } from '@/lib/places/opening-phrase'
import styles from './opening-status.module.css'

type Words = ReturnType<typeof useTranslations<'opening'>>
type Format = ReturnType<typeof useFormatter>

/** "Ouvert jusqu'à 18 h", with a dot that is full when open, half full when it closes soon and hollow when closed. */
export function OpeningStatus({ phrase }: { phrase: OpeningPhrase }) {
  const words = useOpeningWords()
  const tone = phrase.key === 'closesSoon' ? 'closing' : stateOf(phrase)
  return <span className={`${styles.status} ${styles[tone]}`}>{words(phrase)}</span>
}

function useOpeningWords(): (phrase: OpeningPhrase) => string {
  return openingWords(useTranslations('opening'), useFormatter())
}

/** The sentence for an opening, where there is no component to call hooks. */
export function openingWords(t: Words, format: Format): (phrase: OpeningPhrase) => string {
  const time = clockWords(t)
  return (phrase) => {
    if (phrase.key === 'closed') return t(phrase.key, { why: phrase.why })
    if (!('time' in phrase)) return t(phrase.key)
    if (!('why' in phrase)) return t(phrase.key, { time: time(phrase.time) })
    const { why } = phrase
    if (!('date' in phrase)) return t(phrase.key, { why, time: time(phrase.time) })
    const day = format.dateTime(
      phrase.date,
      phrase.key === 'opensOnDay'
        ? { weekday: 'long', timeZone: 'UTC' }
        : { day: 'numeric', month: 'long', timeZone: 'UTC' },
    )
    return t(phrase.key, { why, day, time: time(phrase.time) })
  }
}

/** `9 h`, `13 h 30`, `minuit`. */
export function useClockWords(): (time: ClockTime) => string {
  return clockWords(useTranslations('opening'))
}

function clockWords(t: Words): (time: ClockTime) => string {
  return ({ hours, minutes }) => {
    if (hours % 24 === 0 && minutes === 0) return t('midnight')
    if (minutes === 0) return t('hour', { hours })
    return t('hourMinute', { hours, minutes: String(minutes).padStart(2, '0') })
  }
}
