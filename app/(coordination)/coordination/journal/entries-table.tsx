import { useFormatter, useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import styles from '@/components/ui/table.module.css'
import { roleWords } from '@/lib/accounts/role-words'
import { auditActions } from '@/lib/audit/actions'
import type { ListedEntry } from '@/lib/audit/queries'
import { readBulkChange } from '@/lib/places/bulk/change'
import { useChangeName } from '../lieux/modifications/use-change-name'
import { useFieldName } from '../lieux/place-form/use-field-name'
import journal from './journal.module.css'
import { SubjectName } from './subject-name'

const columns = ['at', 'by', 'action', 'subject', 'details'] as const

/** One line a deed, the latest first. */
export function EntriesTable({ entries }: { entries: readonly ListedEntry[] }) {
  const t = useTranslations('coordination.audit')
  const wordsOfValue = useValueWords()
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
            {[
              entry.hubName,
              entry.departmentCode,
              ...valuesOf(entry.details).map(([name, value]) => wordsOfValue(name, value)),
            ]
              .filter(Boolean)
              .join(' · ') || '—'}
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

/** The values of a deed, by name; of a step of a referral, the step rather than the state that it led to. */
function valuesOf(details: ListedEntry['details']): [name: string, value: string][] {
  return Object.entries(details)
    .filter(([name]) => name !== 'hub' && !(name === 'status' && 'action' in details))
    .flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, String(one)]))
}

/** Codes of fields, of changes, of roles, of sides and of what becomes of a referral, in words. */
function useValueWords(): (name: string, value: string) => string {
  const t = useTranslations('coordination.audit')
  const words = useTranslations('coordination.audit.values')
  const steps = useTranslations('referral.events')
  const statuses = useTranslations('referral.statuses')
  const nameOf = useFieldName()
  const changeName = useChangeName()
  return (name, value) => {
    if (name === 'fields') return nameOf(value)
    if (name === 'size') return t('size', { count: Number(value) })
    const change = name === 'change' && readBulkChange(value)
    if (change) return changeName(change)
    if (words.has(value as 'true')) return words(value as 'true')
    if (steps.has(value as 'SEE')) return steps(value as 'SEE')
    return statuses.has(value as 'SENT') ? statuses(value as 'SENT') : wordsOf(roleWords, value)
  }
}
