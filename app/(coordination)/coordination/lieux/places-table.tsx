import { useFormatter, useTranslations } from 'next-intl'
import { kinds } from '@/lib/open-data/vocabulary'
import type { ListedPlace } from '@/lib/places/back-office/queries'
import { statuses } from '@/lib/places/words'
import styles from './places.module.css'

/** One line a place; a link a line, so that the keyboard goes through them quickly. */
export function PlacesTable({ places }: { places: readonly ListedPlace[] }) {
  const t = useTranslations('coordination')
  const format = useFormatter()
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('places')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('columns.name')}</th>
          <th scope="col">{t('columns.commune')}</th>
          <th scope="col">{t('columns.kind')}</th>
          <th scope="col">{t('columns.status')}</th>
          <th scope="col">{t('columns.services')}</th>
          <th scope="col">{t('columns.missing')}</th>
          <th scope="col">{t('columns.updated')}</th>
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <tr key={place.id}>
            <th scope="row">
              <a href={`/coordination/lieux/${place.id}`}>{place.name}</a>
            </th>
            <td data-label={t('columns.commune')}>
              {place.communeName} <span className={styles.soft}>{place.postcode}</span>
            </td>
            <td data-label={t('columns.kind')}>{kinds[place.kind]}</td>
            <td data-label={t('columns.status')}>
              <span className={styles.status} data-status={place.status}>
                {statuses[place.status]}
              </span>
            </td>
            <td data-label={t('columns.services')} className={styles.number}>
              {place.serviceCount}
            </td>
            <td data-label={t('columns.missing')}>{missing(place, t) || '—'}</td>
            <td data-label={t('columns.updated')} className={styles.number}>
              {format.dateTime(place.updatedAt, { day: '2-digit', month: '2-digit', year: 'numeric' })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function missing(place: ListedPlace, t: ReturnType<typeof useTranslations<'coordination'>>): string {
  const isApproximate = ['STREET', 'COMMUNE', 'POSTCODE'].includes(place.precision)
  return [
    place.hasHours ? [] : t('missing.hours'),
    place.serviceCount > 0 ? [] : t('missing.services'),
    isApproximate ? t('missing.position') : [],
  ]
    .flat()
    .join(', ')
}
