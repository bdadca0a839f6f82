import { useFormatter, useTranslations } from 'next-intl'
import { JoiningAnswerForm } from '@/components/account/joining-answer-form'
import type { ListedJoining } from '@/lib/accounts/joining/queries'
import { answerJoiningAction } from './actions'
import styles from './people.module.css'

/** The helpers who wait for the hub's yes or no, the oldest first. */
export function JoiningQueue({ requests }: { requests: readonly ListedJoining[] }) {
  const t = useTranslations('coordination.people.joining')
  const asks = useTranslations('joining.asks')
  const format = useFormatter()
  if (requests.length === 0) return <p>{t('none')}</p>
  return (
    <>
      <p>{t('intro')}</p>
      <ul className={styles.pending}>
        {requests.map(({ id, name, email, profession, structureName, siret, commune, organisation, confirmedAt }) => (
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
        ))}
      </ul>
    </>
  )
}
