import { useFormatter, useTranslations } from 'next-intl'
import { OneButtonForm } from '@/components/ui/one-button-form'
import type { ListedSession } from '@/lib/accounts/sessions/queries'
import styles from './account.module.css'
import { closeOtherSessionsAction, closeSessionAction } from './actions'

interface Props {
  sessions: readonly ListedSession[]
  hasSecondFactor: boolean
}

/** Where the account is open, and how to close it there. */
export function Sessions({ sessions, hasSecondFactor }: Props) {
  const t = useTranslations('account.sessions')
  const format = useFormatter()
  const at = (date: Date) => format.dateTime(date, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <>
      <p>{t('intro')}</p>
      <ul className={styles.rows}>
        {sessions.map(({ id, device, openedAt, lastSeenAt, secondFactorAt, isThisOne }) => (
          <li key={id}>
            <span>
              {device}
              {isThisOne && (
                <>
                  {' · '}
                  <strong>{t('this')}</strong>
                </>
              )}
              <span className={styles.soft}>
                {t('opened', { date: at(openedAt) })}, {t('seen', { date: at(lastSeenAt) })}
                {hasSecondFactor && !secondFactorAt && `, ${t('halfway')}`}
              </span>
            </span>
            {!isThisOne && (
              <OneButtonForm
                action={closeSessionAction}
                to={{ id }}
                outcomeId={`resultat-${id}`}
                variant="quiet"
                aria-label={t('closeNamed', { device, date: at(openedAt) })}
              >
                {t('close')}
              </OneButtonForm>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <OneButtonForm action={closeOtherSessionsAction} outcomeId="resultat-bouton" variant="quiet">
          {t('closeOthers')}
        </OneButtonForm>
      ) : (
        <p>{t('only')}</p>
      )}
    </>
  )
}
