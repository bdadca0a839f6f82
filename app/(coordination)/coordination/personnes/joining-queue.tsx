import { useFormatter, useTranslations } from 'next-intl'
import { JoiningAnswerForm } from '@/components/account/joining-answer-form'
import type { ListedJoining } from '@/lib/accounts/joining/queries'
import type { ListedAgreement } from '@/lib/organisations/agreements/queries'
import { answerAgreementAction, answerJoiningAction } from './actions'
import styles from './people.module.css'

interface Props {
  requests: readonly ListedJoining[]
  agreements: readonly ListedAgreement[]
}

/** The helpers, and the structures of elsewhere, who wait for the hub's yes or no, the oldest first. */
export function JoiningQueue({ requests, agreements }: Props) {
  const t = useTranslations('coordination.people.joining')
  const asks = useTranslations('joining.asks')
  const format = useFormatter()
  if (requests.length + agreements.length === 0) return <p>{t('none')}</p>
  return (
    <>
      {requests.length > 0 && (
        <>
          <h3>{t('accounts')}</h3>
          <p>{t('intro')}</p>
          <ul className={styles.pending}>
            {requests.map(
              ({ id, name, email, profession, structureName, siret, commune, organisation, confirmedAt }) => (
                <li key={id}>
                  <p>
                    <strong>{asks('person', { name, email })}</strong>
                    {profession && ` · ${profession}`}
                  </p>
                  <p>{t('structure', { structure: structureName, commune, siret })}</p>
                  {organisation && <p>{t('exists', { name: organisation.name, count: organisation.members })}</p>}
                  {confirmedAt && (
                    <p className={styles.soft}>
                      {asks('since', { date: format.dateTime(confirmedAt, { dateStyle: 'long' }) })}
                    </p>
                  )}
                  <JoiningAnswerForm id={id} name={name} action={answerJoiningAction} />
                </li>
              ),
            )}
          </ul>
        </>
      )}
      {agreements.length > 0 && (
        <>
          <h3>{t('elsewhere')}</h3>
          <p>{t('agreements')}</p>
          <ul className={styles.pending}>
            {agreements.map(({ id, name, structure, hub, askedBy, askedAt }) => (
              <li key={id}>
                <p>
                  <strong>{structure}</strong>
                </p>
                <p>{t('agreement', { hub })}</p>
                <p className={styles.soft}>
                  {[
                    askedBy && asks('person', askedBy),
                    asks('since', { date: format.dateTime(askedAt, { dateStyle: 'long' }) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                <JoiningAnswerForm id={id} name={name} action={answerAgreementAction} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
