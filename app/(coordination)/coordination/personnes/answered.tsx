import { useFormatter, useTranslations } from 'next-intl'
import { Disclosure } from '@/components/ui/disclosure'
import { OneButtonForm } from '@/components/ui/one-button-form'
import type { ListedAgreement } from '@/lib/organisations/agreements/queries'
import { changeAgreementAction } from './actions'
import styles from './people.module.css'

/** The structures of elsewhere that got a yes or a no, each with the button that turns it. */
export function Answered({ agreements }: { agreements: readonly ListedAgreement[] }) {
  const t = useTranslations('coordination.people.answered')
  const format = useFormatter()
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'long' })
  return (
    <Disclosure summary={t('title')}>
      <p>{t('intro')}</p>
      <ul className={styles.pending}>
        {agreements.map(({ id, structure, hub, agreedAt, refusedAt }) => (
          <li key={id}>
            <p id={`structure-${id}`}>
              <strong>{structure}</strong>
            </p>
            {agreedAt && <p>{t('agreed', { hub, date: day(agreedAt) })}</p>}
            {refusedAt && <p>{t('refused', { hub, date: day(refusedAt) })}</p>}
            <OneButtonForm
              action={changeAgreementAction}
              to={{ id, decision: agreedAt ? 'refuse' : 'accept' }}
              title={t('notDone')}
              outcomeId={`accord-${id}`}
              variant="secondary"
              aria-describedby={`structure-${id}`}
            >
              {t(agreedAt ? 'withdraw' : 'give')}
            </OneButtonForm>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
