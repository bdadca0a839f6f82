import { useTranslations } from 'next-intl'
import type { ListedPair } from '@/lib/duplicates/queries'
import { certain } from '@/lib/duplicates/score'
import styles from '../lieux/places.module.css'
import own from './doublons.module.css'
import { useReasons } from './use-reasons'

/** One line a pair: both places, why they may be one, and the way to compare them. */
export function PairTable({ pairs }: { pairs: readonly ListedPair[] }) {
  const t = useTranslations('coordination.duplicates')
  const reasons = useReasons()
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('one')}</th>
          <th scope="col">{t('other')}</th>
          <th scope="col">{t('opinion')}</th>
          <th scope="col">{t('why')}</th>
        </tr>
      </thead>
      <tbody>
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
      </tbody>
    </table>
  )
}

function Address({ place: { address, postcode, communeName } }: { place: ListedPair['one'] }) {
  return (
    <>
      {' '}
      <span className={own.address}>
        {address}, {postcode} {communeName}
      </span>
    </>
  )
}
