import { useTranslations } from 'next-intl'
import { GuideEntry } from '@/components/need/guide-entry'
import { PlaceCard } from '@/components/place/place-card'
import { useLocalPath } from '@/components/site/local-path'
import { Notice } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { placeOpening } from '@/lib/places/opening-phrase'
import type { FoundPlace } from '@/lib/search/found-place'
import { narrowingsOf } from '@/lib/search/narrowing'
import { type PageSearch, pageAddress } from '@/lib/search/page-address'
import { useNarrowingLabel } from './narrowing-chips'
import styles from './place-list.module.css'

interface Props {
  places: readonly FoundPlace[]
  total: number
  asked: PageSearch
}

/** A page of the places found, or what to do when there are none. */
export function PlaceList({ places, total, asked }: Props) {
  const t = useTranslations('lieux')
  const to = useLocalPath()
  const { search } = asked
  if (total === 0) {
    return (
      <>
        <NothingFound asked={asked} />
        <GuideEntry />
      </>
    )
  }
  if (places.length === 0) {
    return (
      <Notice title={t('pastTheEnd')}>
        <a href={to(pageAddress({ ...asked, search: { ...search, page: 1 } }))}>{t('firstPage')}</a>
      </Notice>
    )
  }
  const at = search.openAt instanceof Date ? search.openAt : new Date()
  return (
    <>
      <ol className={styles.list}>
        {places.map((place) => (
          <li key={place.id}>
            <PlaceCard place={place} opening={placeOpening(place, at)} wanted={search.services} />
          </li>
        ))}
      </ol>
      <Pagination
        page={search.page}
        pageCount={Math.ceil(total / search.limit)}
        hrefOf={(page) => to(pageAddress({ ...asked, search: { ...search, page } }))}
      />
    </>
  )
}

function NothingFound({ asked }: { asked: PageSearch }) {
  const t = useTranslations('lieux')
  const to = useLocalPath()
  const label = useNarrowingLabel()
  const narrowings = narrowingsOf(asked.search)
  if (narrowings.length === 0) return <Notice title={t('emptyNothing')} />
  return (
    <Notice title={t('emptyTitle')}>
      <p>{t('emptyText')}</p>
      <ul className={styles.ways}>
        {narrowings.map((narrowing) => (
          <li key={`${narrowing.field} ${narrowing.value}`}>
            <a href={to(pageAddress({ ...asked, search: narrowing.without }))}>
              {t('remove', { filter: label(narrowing) })}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
