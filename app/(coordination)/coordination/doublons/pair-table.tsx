import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import type { ListedPair } from '@/lib/duplicates/queries'
import { certain } from '@/lib/duplicates/score'
import styles from './doublons.module.css'
import { useReasons } from './use-reasons'

/** One line a pair: both places, why they may be one, and the way to compare them. */
export function PairTable({ pairs }: { pairs: readonly ListedPair[] }) {
  const t = useTranslations('coordination.duplicates')
  const reasons = useReasons()
  return (
    <Table caption={t('title')} columns={[t('one'), t('other'), t('opinion'), t('why')]}>
      {pairs.map(({ one, other, score, signals }) => (
        <tr key={`${one.id} ${other.id}`}>
          <th scope="row">
            <a href={`/coordination/doublons/${one.id}/${other.id}`}>{one.name}</a>
            <Address place={one} />
          </th>
          <td data-label={t('other')}>
            {other.name}
            <Address place={other} />
          </td>
          <td data-label={t('opinion')}>{t(score >= certain ? 'almostSure' : 'toCheck')}</td>
          <td data-label={t('why')}>{reasons(signals).for.join(', ')}</td>
        </tr>
      ))}
    </Table>
  )
}

function Address({ place: { address, postcode, communeName } }: { place: ListedPair['one'] }) {
  return (
    <>
      {' '}
      <span className={styles.address}>
        {address}, {postcode} {communeName}
      </span>
    </>
  )
}
