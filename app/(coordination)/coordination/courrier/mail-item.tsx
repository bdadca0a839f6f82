import { useFormatter, useTranslations } from 'next-intl'
import { OneButtonForm } from '@/components/ui/one-button-form'
import type { ListedMail } from '@/lib/mail/queries'
import { resendMailAction } from './actions'
import styles from './courrier.module.css'

/** One message: to whom, what became of it, and what it says where that may be read. */
export function MailItem({ mail }: { mail: ListedMail }) {
  const t = useTranslations('coordination.mail')
  const format = useFormatter()
  const { id, to, subject, text, status, attempts, nextAttempt, lastError, createdAt } = mail
  const titleId = `message-${id}`
  const date = (at: Date) => format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <li className={styles.mail}>
      <h2 id={titleId}>{subject}</h2>
      <p className={styles.soft}>{t('to', { to, date: date(createdAt) })}</p>
      {status === 'WAITING' && attempts > 0 && <p>{t('tried', { attempts, date: date(nextAttempt) })}</p>}
      {status === 'ABANDONED' && (
        <p>
          <strong>{t('failed')}</strong>
        </p>
      )}
      {lastError && <p className={styles.reason}>{t('reason', { reason: lastError })}</p>}
      {text && (
        <details className={styles.text}>
          <summary aria-describedby={titleId}>{t('show')}</summary>
          <p>{withLinks(text)}</p>
        </details>
      )}
      {status === 'ABANDONED' && (
        <OneButtonForm
          action={resendMailAction}
          to={{ id }}
          title={t('refused')}
          outcomeId={`renvoi-${id}`}
          variant="secondary"
          aria-describedby={titleId}
        >
          {t('again')}
        </OneButtonForm>
      )}
    </li>
  )
}

/** The addresses in a plain text made links; every second part is one. */
function withLinks(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move.
      <a key={index} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  )
}
