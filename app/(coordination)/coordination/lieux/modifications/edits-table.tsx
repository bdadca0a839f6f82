import { useFormatter, useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import styles from '@/components/ui/table.module.css'
import type { listBulkEdits } from '@/lib/places/bulk/queries'
import { useChangeName } from './use-change-name'

const columns = ['change', 'date', 'changed', 'state'] as const

/** One's bulk edits, a line each, which leads to what it did and to its undoing. */
export function EditsTable({ edits }: { edits: Awaited<ReturnType<typeof listBulkEdits>> }) {
  const t = useTranslations('coordination.table.edit')
  const format = useFormatter()
  const nameOf = useChangeName()
  return (
    <Table caption={t('recentTitle')} columns={columns.map((column) => t(`columns.${column}`))}>
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
    </Table>
  )
}
