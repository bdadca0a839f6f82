import { useTranslations } from 'next-intl'
import { GuideEntry } from '@/components/need/guide-entry'
import { PlaceCard } from '@/components/place/place-card'
import { SheetChoice } from '@/components/place/sheet-choice'
import { useLocalPath } from '@/components/site/local-path'
import { Notice } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import type { Meaning } from '@/lib/needs/meaning'
import { placeOpening } from '@/lib/places/opening-phrase'
import type { FoundPlace } from '@/lib/search/found-place'
import { type PageSearch, pageAddress } from '@/lib/search/page-address'
import type { Service } from '@/prisma/client/enums'
import type { Found } from './find-places'
import styles from './place-list.module.css'
import { ReferChoice } from './refer-choice'
import { useReasons } from './use-reasons'
import { WaysOutList } from './ways-out-list'

interface Props {
  found: Found
  asked: PageSearch
  meaning: Meaning | null
}

/** A page of the places found, those beyond a reasonable trip apart, or what to do when there are none. */
export function PlaceList({ found, asked, meaning }: Props) {
  const t = useTranslations('lieux')
  const visit = useTranslations('visit')
  const to = useLocalPath()
  const { search } = asked
  const { total, places, taking, reached, waysOut } = found
  if (total > 0 && places.length === 0) {
    return (
      <Notice title={t('pastTheEnd')}>
        <a href={to(pageAddress({ ...asked, search: { ...search, page: 1 } }))}>{t('firstPage')}</a>
      </Notice>
    )
  }
  // The order goes by bands of distance, at whose ends a reasonable trip ends too.
  const before = (search.page - 1) * search.limit
  const near = reached ? Math.max(0, reached.count - before) : places.length
  const further = places.slice(near)
  return (
    <>
      {waysOut && <WaysOutList found={found} waysOut={waysOut} asked={asked} />}
      {total === 0 && <GuideEntry />}
      <Cards places={places.slice(0, near)} start={before + 1} asked={asked} meaning={meaning} />
      {reached && further.length > 0 && (
        <>
          <h2 className={styles.further}>{t('further', { kilometres: reached.kilometres })}</h2>
          <Cards places={further} start={before + Math.min(near, places.length) + 1} asked={asked} meaning={meaning} />
        </>
      )}
      <ReferChoice places={places.filter(({ id }) => taking.has(id))} services={wantedOf(asked, meaning)} />
      <SheetChoice
        places={places.map(({ id, name, communeName }) => ({ id, name, where: communeName }))}
        action={to('/fiche')}
        words={{ title: visit('prepareSeveral'), lead: visit('chooseLead'), make: visit('make') }}
      />
      <Pagination
        page={search.page}
        pageCount={Math.ceil(total / search.limit)}
        hrefOf={(page) => to(pageAddress({ ...asked, search: { ...search, page } }))}
      />
    </>
  )
}

/** The services that were asked for, in words or by filters. */
function wantedOf({ search }: PageSearch, meaning: Meaning | null): Service[] {
  const needs = meaning?.needs ?? []
  return [search.services, ...needs.map(({ answers }) => answers.services)].flat()
}

interface CardsProps {
  places: readonly FoundPlace[]
  /** The rank of the first in the whole list */
  start: number
  asked: PageSearch
  meaning: Meaning | null
}

function Cards({ places, start, asked, meaning }: CardsProps) {
  const { search } = asked
  const reasonsOf = useReasons(search)
  const wanted = wantedOf(asked, meaning)
  const at = search.openAt instanceof Date ? search.openAt : new Date()
  if (places.length === 0) return null
  return (
    <ol className={styles.list} start={start}>
      {places.map((place) => (
        <li key={place.id}>
          <PlaceCard place={place} opening={placeOpening(place, at)} wanted={wanted} reasons={reasonsOf(place)} />
        </li>
      ))}
    </ol>
  )
}
