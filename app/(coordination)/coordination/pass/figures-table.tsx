import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import styles from '@/components/ui/table.module.css'
import { fewestPeople, voucherEuros } from '@/lib/vouchers/booklet'
import type { VoucherFigures } from '@/lib/vouchers/figures/queries'

const columns = ['booklets', 'given', 'euros', 'used', 'expired', 'left'] as const

type Figures = NonNullable<VoucherFigures['figures']>

/** One line a quarter of a département, and what is shown of all of them together. */
export function FiguresTable({ rows }: { rows: readonly VoucherFigures[] }) {
  const t = useTranslations('coordination.vouchers')
  const shown = rows.flatMap(({ figures }) => figures ?? [])
  const total = Object.fromEntries(
    (['booklets', 'given', 'used', 'expired', 'left'] as const).map((name) => [
      name,
      shown.reduce((sum, figures) => sum + figures[name], 0),
    ]),
  ) as Figures
  const cells = (figures: Figures) =>
    columns.map((name) => (
      <td key={name} className={styles.number} data-label={t(`columns.${name}`)}>
        {name === 'euros' ? t('euros', { euros: figures.given * voucherEuros }) : figures[name]}
      </td>
    ))
  return (
    <Table
      caption={t('title')}
      columns={(['department', 'quarter', ...columns] as const).map((name) => t(`columns.${name}`))}
      foot={
        shown.length > 0 && (
          <tr>
            <th scope="row" colSpan={2}>
              {t('total')}
            </th>
            {cells(total)}
          </tr>
        )
      }
    >
      {rows.map(({ departmentCode, departmentName, quarter, figures }) => (
        <tr key={`${departmentCode} ${quarter}`}>
          <th scope="row">
            {departmentName} ({departmentCode})
          </th>
          <td data-label={t('columns.quarter')}>{t('quarter', { quarter })}</td>
          {figures ? (
            cells(figures)
          ) : (
            <td colSpan={columns.length} className={styles.soft} data-label={t('columns.people')}>
              {t('hidden', { people: fewestPeople })}
            </td>
          )}
        </tr>
      ))}
    </Table>
  )
}
