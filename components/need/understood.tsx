import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { Meaning, UnderstoodNeed } from '@/lib/needs/meaning'
import styles from './understood.module.css'
import { useAnswerLabels } from './use-answer-labels'

interface Props {
  /** As typed */
  words: string
  /** The words are looked for as they are */
  isLiteral: boolean
  meaning: Meaning
  /** The same search with the words as they are, or understood again */
  undoHref: string
  /** The same search for other words */
  hrefOf: (words: string) => string
}

/** What was understood of the words that were typed, and the way to say that it is not that. */
export function Understood({ words, isLiteral, meaning, undoHref, hrefOf }: Props) {
  const t = useTranslations('need')
  const format = useFormatter()
  const quoted = (list: readonly string[]) => format.list(list.map((word) => t('quoted', { word })))
  const searched = meaning.words.map(({ typed }) => typed)
  if (isLiteral) {
    return (
      <Notice>
        <p>{t('literal', { words })}</p>
        <p>
          <a href={undoHref}>{t('understandAgain')}</a>
        </p>
      </Notice>
    )
  }
  return (
    <Notice title={meaning.needs.length > 0 ? t('understoodAs') : undefined}>
      {meaning.needs.length > 0 && (
        <ul className={styles.needs}>
          {meaning.needs.map((need) => (
            <NeedLine key={need.id} need={need} />
          ))}
        </ul>
      )}
      {searched.length > 0 && (
        <p>
          {t(meaning.needs.length > 0 ? 'alsoWords' : 'notUnderstood', {
            count: searched.length,
            words: quoted(searched),
          })}
        </p>
      )}
      {meaning.ignored.length > 0 && <p>{t('ignored', { words: quoted(meaning.ignored) })}</p>}
      {meaning.needs.length > 0 && (
        <p>
          {t('notThis')} <a href={undoHref}>{t('onlyWords', { words })}</a>
        </p>
      )}
      {meaning.suggestions.length > 0 && (
        <p>
          {t('didYouMean')}{' '}
          {meaning.suggestions.map((suggestion, index) => (
            <span key={suggestion}>
              {index > 0 && ' · '}
              <a href={hrefOf(suggestion)} dir="auto">
                {suggestion}
              </a>
            </span>
          ))}
        </p>
      )}
    </Notice>
  )
}

/** `les démarches CAF — Faire une démarche en ligne`: the vocabulary is French, what answers is translated. */
function NeedLine({ need: { name, answers } }: { need: UnderstoodNeed }) {
  const locale = useLocale()
  const format = useFormatter()
  const labels = useAnswerLabels()
  return (
    <li>
      <strong lang={locale === 'fr' ? undefined : 'fr'}>{name}</strong>
      {' — '}
      {format.list(labels(answers), { type: 'disjunction' })}
    </li>
  )
}
