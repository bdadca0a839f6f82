import { useFormatter, useTranslations } from 'next-intl'
import { OneButtonForm } from '@/components/ui/one-button-form'
import type { QueueItem as Item, QueueKind } from '@/lib/proposals/queries'
import { answerAction } from './actions'
import { AnswerForm } from './answer-form'
import styles from './queue.module.css'

/** What somebody says or proposes, where to look, and the answer. */
export function QueueItem({ item, from }: { item: Item; from?: QueueKind }) {
  const t = useTranslations()
  const format = useFormatter()
  const { kind, id, subject, source, message, status, createdAt, handledAt, handledBy, place } = item
  const titleId = `demande-${id}`
  const date = (at: Date) => format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <li className={styles.item}>
      <h2 id={titleId}>
        {place.name}, {place.communeName}
      </h2>
      <p>
        <strong>
          {t(`coordination.reports.from.${kind}`, {
            subject: subject ? t(`report.subjects.${subject}`) : '',
            source: source ?? '',
          })}
        </strong>
      </p>
      <p className={styles.soft}>{t('coordination.reports.received', { date: date(createdAt) })}</p>
      {message && <p className={styles.message}>{message}</p>}
      <p className={styles.links}>
        <a href={`/coordination/lieux/${place.id}`}>{t('coordination.reports.edit')}</a>
        {place.status === 'PUBLISHED' && <a href={`/lieux/${place.id}`}>{t('coordination.reports.see')}</a>}
      </p>
      {status === 'OPEN' && <AnswerForm item={item} from={from} labelledBy={titleId} />}
      {handledAt && status !== 'OPEN' && status !== 'REPLACED' && (
        <p>
          {t(`coordination.reports.was.${status}`, {
            date: date(handledAt),
            name: handledBy ?? t('coordination.reports.somebody'),
          })}
        </p>
      )}
      {(status === 'REFUSED' || status === 'DONE') && (
        <OneButtonForm
          action={answerAction}
          to={{ kind, id, version: place.version, decision: 'reopen' }}
          title={t('coordination.reports.toCorrect')}
          outcomeId={`reponse-${id}`}
          variant="secondary"
          aria-describedby={titleId}
        >
          {t('coordination.reports.reopen')}
        </OneButtonForm>
      )}
    </li>
  )
}
