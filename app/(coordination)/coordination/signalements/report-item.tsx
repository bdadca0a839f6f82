import { useFormatter, useTranslations } from 'next-intl'
import type { ListedReport } from '@/lib/reports/queries'
import { AnswerForm } from './answer-form'
import styles from './reports.module.css'

/** What somebody says is wrong, where to look, and the answer. */
export function ReportItem({ report }: { report: ListedReport }) {
  const t = useTranslations()
  const format = useFormatter()
  const { id, subject, message, email, status, createdAt, handledAt, handledBy, place } = report
  const titleId = `signalement-${id}`
  const date = (at: Date) => format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <li className={styles.report}>
      <h2 id={titleId}>
        {t(`report.subjects.${subject}`)} · {place.name}, {place.commune.name}
      </h2>
      <p className={styles.soft}>{t('coordination.reports.sent', { date: date(createdAt) })}</p>
      {message && <p className={styles.message}>{message}</p>}
      <p className={styles.links}>
        <a href={`/coordination/lieux/${place.id}`}>{t('coordination.reports.edit')}</a>
        {place.status === 'PUBLISHED' && <a href={`/lieux/${place.id}`}>{t('coordination.reports.see')}</a>}
        {email && <a href={`mailto:${email}`}>{t('coordination.reports.reply', { email })}</a>}
      </p>
      {handledAt && status !== 'OPEN' && (
        <p>
          {t(`coordination.reports.was.${status}`, {
            date: date(handledAt),
            name: handledBy?.name ?? t('coordination.reports.somebody'),
          })}
        </p>
      )}
      <AnswerForm id={id} isOpen={status === 'OPEN'} labelledBy={titleId} />
    </li>
  )
}
