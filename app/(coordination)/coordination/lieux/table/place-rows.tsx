import { useFormatter, useTranslations } from 'next-intl'
import list from '@/components/ui/table.module.css'
import { kinds } from '@/lib/open-data/vocabulary'
import { tableHref } from '@/lib/places/table/address'
import type { QueryParams, TableFilters } from '@/lib/places/table/filters'
import type { ListedPlace } from '@/lib/places/table/queries'
import { type SortColumn, sorts } from '@/lib/places/table/values'
import { statuses } from '@/lib/places/words'
import styles from './place-rows.module.css'

interface Props {
  places: readonly ListedPlace[]
  parameters: QueryParams
  sort: TableFilters['sort']
  /** The ticked ones, as they come back from a form that was refused */
  ticked: readonly string[]
  /** Whether this person may change places at all: nothing is ticked otherwise */
  maySelect: boolean
}

/** The places of a page, a line each; its head sorts them. */
export function PlaceRows({ places, parameters, sort, ticked, maySelect }: Props) {
  const t = useTranslations('coordination.table')
  const format = useFormatter()
  const date = (at: Date) => format.dateTime(at, { day: '2-digit', month: '2-digit', year: 'numeric' })
  return (
    <table className={`${list.table} ${styles.table}`}>
      <caption className="visually-hidden">{t('columns.name')}</caption>
      <thead>
        <tr>
          {maySelect && (
            <th scope="col" className={styles.tick}>
              <input type="checkbox" data-tick="page" aria-label={t('tickPage')} />
            </th>
          )}
          {(Object.entries(sorts) as [string, SortColumn][]).map(([word, column]) => (
            <SortHead key={word} word={word} column={column} sort={sort} parameters={parameters} />
          ))}
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <tr key={place.id} data-place={place.id}>
            {maySelect && (
              <td className={styles.tick}>
                <input
                  type="checkbox"
                  name="ids[]"
                  value={place.id}
                  defaultChecked={ticked.includes(place.id)}
                  aria-label={t('tick', { name: place.name })}
                />
              </td>
            )}
            <th scope="row">
              <a href={`/coordination/lieux/${place.id}`}>{place.name}</a>
            </th>
            <td data-label={t('columns.commune')}>
              {place.communeName} <span className={list.soft}>{place.postcode}</span>
            </td>
            <td data-label={t('columns.kind')}>{kinds[place.kind]}</td>
            <td data-label={t('columns.status')}>
              <span className={styles.status} data-status={place.status}>
                {statuses[place.status]}
              </span>
            </td>
            <td data-label={t('columns.services')} className={list.number}>
              {place.serviceCount}
            </td>
            <td data-label={t('columns.missing')}>{place.gaps.map((gap) => t(`gaps.${gap}`)).join(', ') || '—'}</td>
            <td data-label={t('columns.assignee')}>{place.assigneeName ?? '—'}</td>
            <td data-label={t('columns.verified')} className={list.number}>
              {place.verifiedAt ? date(place.verifiedAt) : t('never')}
            </td>
            <td data-label={t('columns.updated')} className={list.number}>
              {date(place.updatedAt)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type HeadProps = Pick<Props, 'sort' | 'parameters'> & { word: string; column: SortColumn }

/** The name of a column, which sorts by it, and the other way when it does already. */
function SortHead({ word, column, sort, parameters }: HeadProps) {
  const t = useTranslations('coordination.table')
  const isSorted = sort.column === column
  const next = isSorted && !sort.descending ? `-${word}` : word
  return (
    <th scope="col" aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}>
      <a href={tableHref(parameters, { tri: next === 'nom' ? [] : next })}>{t(`columns.${column}`)}</a>
    </th>
  )
}
