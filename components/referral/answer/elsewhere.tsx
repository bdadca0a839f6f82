import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { SearchForm } from '@/components/ui/search-form'
import type { OtherPlace } from '../other-place'
import styles from '../referral.module.css'
import type { AnswerActions } from './actions'
import type { Received } from './received'
import { RedirectForm } from './redirect-form'

interface Props {
  referral: Received
  action: AnswerActions['redirect']
  places: readonly OtherPlace[]
  /** What was searched for; the nearest places are shown without it */
  words: string
  path: string
  token?: string
}

/** Another place for the person: the nearest ones, or those of a name. */
export function Elsewhere({ referral, action, places, words, path, token }: Props) {
  const t = useTranslations('reception.redirect')
  const { id, version, moves } = referral
  const canMove = moves.includes('REDIRECT')
  return (
    <>
      <p>
        <a className={styles.link} href={path}>
          {t('back')}
        </a>
      </p>
      <h1>{t('title')}</h1>
      {!canMove && (
        <Notice tone="warning">
          <p>{t('over')}</p>
        </Notice>
      )}
      {canMove && (
        <>
          <p>{t('lead')}</p>
          <SearchForm
            name="q"
            label={t('q')}
            hint={t('qHint')}
            defaultValue={words}
            maxLength={100}
            submit={t('search')}
          />
          {places.length > 0 ? (
            <RedirectForm
              to={{ id, version, ...(token && { token }) }}
              action={action}
              title={words ? t('found') : t('near')}
              places={places}
            />
          ) : (
            <p role="status">{t(words ? 'noneFound' : 'none')}</p>
          )}
        </>
      )}
    </>
  )
}
