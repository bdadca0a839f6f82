import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import table from '@/components/ui/table.module.css'
import type { ListedRow } from '@/lib/imports/uploads/queries'
import { FieldChanges } from '../../lieux/[id]/field-changes'
import styles from './import.module.css'
import { RowForm } from './row-form'

interface Props {
  id: string
  rows: readonly ListedRow[]
  mayDecide: boolean
}

/** One line a row of the file: what it says, what it would do and why, and what is decided. */
export function RowTable({ id, rows, mayDecide }: Props) {
  const t = useTranslations('coordination.imports')
  return (
    <Table
      caption={t('rows')}
      columns={[t('line'), t('place'), t('what'), t(mayDecide ? 'decision' : 'outcome')]}
      className={styles.rows}
    >
      {rows.map((row) => (
        <tr key={row.row}>
          <td className={table.number} data-label={t('line')}>
            {row.line}
          </td>
          <th scope="row">
            {row.placeId ? (
              <a href={`/coordination/lieux/${row.placeId}`}>{row.name || row.place?.name}</a>
            ) : (
              row.name || t('nameless')
            )}{' '}
            <span className={styles.where}>{row.whereabouts}</span>
          </th>
          <td data-label={t('what')}>
            {row.changes && Object.keys(row.changes.before).length > 0 && <FieldChanges change={row.changes} />}
            {row.suggested && (
              <>
                <p className={styles.small}>{t('suggested')}</p>
                <FieldChanges change={{ before: {}, after: row.suggested }} />
              </>
            )}
            {row.doubts.includes('position') && <p className={styles.small}>{t('roughPosition')}</p>}
            {row.reasons.length > 0 && (
              <ul className={styles.reasons}>
                {row.reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            )}
          </td>
          <td data-label={t(mayDecide ? 'decision' : 'outcome')}>
            {mayDecide ? (
              <RowForm
                id={id}
                row={row.row}
                name={row.name}
                decision={row.decision}
                match={row.matchId && { id: row.matchId, name: row.match?.name ?? row.matchId }}
                candidates={row.candidates.filter((candidate) => candidate.id !== '')}
                twins={row.candidates.filter((candidate) => candidate.id === '').map((twin) => twin.name)}
                mayMatch={row.kind !== 'CHANGED'}
              />
            ) : (
              t(row.outcome ? `outcomes.${row.outcome}` : 'outcomes.none')
            )}
          </td>
        </tr>
      ))}
    </Table>
  )
}
