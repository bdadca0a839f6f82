import { useTranslations } from 'next-intl'
import { useAnswerLabels } from '@/components/need/use-answer-labels'
import { Table } from '@/components/ui/table'
import styles from '@/components/ui/table.module.css'
import type { StoredNeed } from '@/lib/needs/back-office/queries'

const columns = ['name', 'terms', 'answers'] as const
const shownTerms = 8

function frenchFirst(terms: StoredNeed['terms']): StoredNeed['terms'] {
  return [...terms].sort((a, b) => Number(b.language === 'fr') - Number(a.language === 'fr'))
}

/** One line a need: what it is called, what answers it, the words that say it. */
export function NeedsTable({ needs, mayEdit }: { needs: readonly StoredNeed[]; mayEdit: boolean }) {
  const t = useTranslations('coordination.vocabulary')
  const answers = useAnswerLabels()
  return (
    <Table caption={t('title')} columns={columns.map((column) => t(`columns.${column}`))}>
      {needs.map((need) => (
        <tr key={need.id}>
          <th scope="row">{mayEdit ? <a href={`/coordination/vocabulaire/${need.id}`}>{need.name}</a> : need.name}</th>
          <td data-label={t('columns.terms')}>
            {frenchFirst(need.terms)
              .slice(0, shownTerms)
              .map(({ text }) => text)
              .join(', ')}
            {need.terms.length > shownTerms && (
              <span className={styles.soft}> {t('more', { count: need.terms.length - shownTerms })}</span>
            )}
          </td>
          <td data-label={t('columns.answers')}>{answers(need).join(' · ')}</td>
        </tr>
      ))}
    </Table>
  )
}
