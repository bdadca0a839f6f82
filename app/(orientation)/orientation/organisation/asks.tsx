import { useFormatter, useTranslations } from 'next-intl'
import { JoiningAnswerForm } from '@/components/account/joining-answer-form'
import type { ListedJoining } from '@/lib/accounts/joining/queries'
import { answerAction } from './actions'
import styles from './organisation.module.css'

/** Who asks to join one's team. */
export function Asks({ asks }: { asks: readonly ListedJoining[] }) {
  const t = useTranslations('joining.asks')
  const format = useFormatter()
  return (
    <section aria-labelledby="demandes">
      <h2 id="demandes">{t('title')}</h2>
      <p>{t('intro')}</p>
      <ul className={styles.rows}>
        {asks.map(({ id, name, email, profession, organisation, confirmedAt }) => (
          <li key={id}>
            <p>
              <strong>{t('person', { name, email })}</strong>
              {profession && ` · ${profession}`}
              {organisation && ` · ${organisation.name}`}
              {confirmedAt && (
                <span className={styles.soft}>
                  {' '}
                  {t('since', { date: format.dateTime(confirmedAt, { dateStyle: 'long' }) })}
                </span>
              )}
            </p>
            <JoiningAnswerForm id={id} name={name} action={answerAction} />
          </li>
        ))}
      </ul>
    </section>
  )
}
