import { useFormatter, useTranslations } from 'next-intl'
import type { listBulkEdits } from '@/lib/places/bulk/queries'
import styles from '../places.module.css'
import { useChangeName } from './use-change-name'

/** One's bulk edits, a line each, which leads to what it did and to its undoing. */
export function EditsTable({ edits }: { edits: Awaited<ReturnType<typeof listBulkEdits>> }) {
  const t = useTranslations('coordination.table.edit')
  const format = useFormatter()
  const nameOf = useChangeName()
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('recentTitle')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('columns.change')}</th>
          <th scope="col">{t('columns.date')}</th>
          <th scope="col">{t('columns.changed')}</th>
          <th scope="col">{t('columns.state')}</th>
        </tr>
      </thead>
      <tbody>
        {edits.map((edit) => (
          <tr key={edit.id}>
            <th scope="row">
              <a href={`/coordination/lieux/modifications/${edit.id}`}>{nameOf(edit.change, edit.assigneeName)}</a>
            </th>
            <td data-label={t('columns.date')}>
              {format.dateTime(edit.createdAt, { dateStyle: 'medium', timeStyle: 'short' })}
            </td>
            <td data-label={t('columns.changed')} className={styles.number}>
              {edit.changed}
            </td>
            <td data-label={t('columns.state')}>
              {t(`states.${edit.undoneBy ? 'UNDONE' : edit.status === 'DONE' ? 'DONE' : 'RUNNING'}`)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
