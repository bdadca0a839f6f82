import { useFormatter, useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import styles from '@/components/ui/table.module.css'
import { roleWords } from '@/lib/accounts/role-words'
import { auditActions } from '@/lib/audit/actions'
import type { ListedEntry } from '@/lib/audit/queries'
import journal from './journal.module.css'
import { SubjectName } from './subject-name'

const columns = ['at', 'by', 'action', 'subject', 'details'] as const

/** One line a deed, the latest first. */
export function EntriesTable({ entries }: { entries: readonly ListedEntry[] }) {
  const t = useTranslations('coordination.audit')
  const format = useFormatter()
  return (
    <Table caption={t('caption')} columns={columns.map((column) => t(`columns.${column}`))}>
      {entries.map((entry) => (
        <tr key={entry.id}>
          <th scope="row" className={`${styles.number} ${journal.at}`}>
            <time dateTime={entry.at.toISOString()}>
              {format.dateTime(entry.at, { dateStyle: 'short', timeStyle: 'medium' })}
            </time>
          </th>
          <td data-label={t('columns.by')} className={journal.details}>
            {entry.userId ? (
              <a href={`/coordination/personnes/${entry.userId}`}>{entry.by}</a>
            ) : (
              (entry.by ?? t('product'))
            )}
          </td>
          <td data-label={t('columns.action')}>{wordsOf(auditActions, entry.action)}</td>
          <td data-label={t('columns.subject')} className={journal.details}>
            <SubjectName {...entry} />
          </td>
          <td data-label={t('columns.details')} className={journal.details}>
            {[entry.hubName, entry.departmentCode, ...valuesOf(entry.details)].filter(Boolean).join(' · ') || '—'}
          </td>
        </tr>
      ))}
    </Table>
  )
}

/** What is no longer, or not yet, in a table of words is shown as it was written. */
function wordsOf(words: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code
}

function valuesOf(details: ListedEntry['details']): string[] {
  return Object.entries(details)
    .filter(([name]) => name !== 'hub')
    .flatMap(([, value]) => value ?? [])
    .map((value) => wordsOf(roleWords, String(value)))
}
