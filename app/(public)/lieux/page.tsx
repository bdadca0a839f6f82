import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { WorkshopEntry } from '@/components/need/workshop-entry'
import { FrenchData } from '@/components/site/french-data'
import { getLocalPath } from '@/components/site/local-path'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { ofPlace } from '@/lib/i18n/french-preposition'
import { narrowingsOf } from '@/lib/search/narrowing'
import { type PageSearch, pageAddress, pageNearSort, pageParams } from '@/lib/search/page-address'
import type { Search } from '@/lib/search/schema'
import { getCommune, listDepartments } from '@/lib/territory/queries'
import { asksForWorkshop, understandWorkshopWords } from '@/lib/workshops/search/words'
import { AskWhere } from './ask-where'
import { type Found, findPlaces } from './find-places'
import styles from './lieux.module.css'
import { NarrowingChips } from './narrowing-chips'
import { NeedUnderstood } from './need-understood'
import { PlaceList } from './place-list'
import { PlacesMap } from './places-map'
import { type ReadPageSearch, readPageSearch } from './read-page-search'
import { SearchPanels } from './search-panels'
import { UnappliedHours } from './unapplied-hours'
import { type HrefOf, WhereNotice } from './where-notice'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const read = await readOnce(queryOf(await searchParams))
  const t = await getTranslations('lieux')
  const isUnsure = read.where?.kind === 'ambiguous' || read.where?.kind === 'unknown'
  const title = isUnsure ? t('titleUnsure', { place: read.asked.place ?? '' }) : await titleOf(read)
  // What one person combines is not for search engines: each territory has a page of its own.
  const isPlain = read.asked.search.page === 1 && narrowingsOf(read.asked.search).length === 0
  return { title, description: t('description', { title }), robots: isPlain ? undefined : { index: false } }
}

export default async function LieuxPage({ searchParams }: Props) {
  const t = await getTranslations('lieux')
  const read = await readOnce(queryOf(await searchParams))
  const { asked, where, problems } = read
  const { words, isLiteral } = asked.search
  // "un atelier débutant cette semaine" asks for dates: they have a page, which says what was understood.
  if (words !== null && !isLiteral && asksForWorkshop(words)) redirect((await getLocalPath())(workshopsOf(asked)))
  const { meaning } = read.search
  const found = await findPlaces(read.search)
  const { search, places, counts, unapplied } = found
  const isPlaced = search.near !== null || search.communeCodes.length + search.departmentCodes.length > 0
  const isAskingWhere = !isPlaced && where?.kind !== 'ambiguous'
  return (
    <Page>
      <h1>{await titleOf(read)}</h1>
      {problems.length > 0 && (
        <Notice tone="warning" title={t('problemsTitle')}>
          <ul>
            {problems.map(({ parameter, value, reason }) => (
              // What follows the semicolon lists every value there is: of use to programmes, not here.
              <li key={`${parameter} ${value}`}>
                {t('problem', { parameter, value })} <FrenchData>{reason.split(' ; ')[0] ?? reason}</FrenchData>
              </li>
            ))}
          </ul>
          <p>{t('problemsText')}</p>
        </Notice>
      )}
      {unapplied && <UnappliedHours asked={asked} why={unapplied} />}
      {where && asked.place && <WhereNotice place={asked.place} where={where} hrefOf={elsewhere(asked)} />}
      {isAskingWhere && <AskWhere asked={asked} departments={await listDepartments()} />}
      <NeedUnderstood asked={asked} meaning={meaning} />
      {words !== null && understandWorkshopWords(words).isWorkshop && <WorkshopEntry href={workshopsOf(asked)} />}
      <SearchPanels asked={asked} counts={counts} isAskingWhere={isAskingWhere} />
      <NarrowingChips asked={asked} />
      <div className={styles.columns}>
        <section aria-labelledby="results">
          <h2 className="visually-hidden" id="results">
            {t('results')}
          </h2>
          <p>{countOf(found, t)}</p>
          <PlaceList found={found} asked={asked} meaning={meaning} />
        </section>
        <PlacesMap search={search} places={places} listId="results" />
      </div>
    </Page>
  )
}

/** The title and the page read one address once. */
const readOnce = cache((query: string) => readPageSearch(Object.fromEntries(groupsOf(query))))

function groupsOf(query: string): Map<string, string[]> {
  const params = new URLSearchParams(query)
  return new Map([...params.keys()].map((name) => [name, params.getAll(name)]))
}

function queryOf(params: Awaited<Props['searchParams']>): string {
  const pairs = Object.entries(params).flatMap(([name, value]) => [value ?? []].flat().map((each) => [name, each]))
  return new URLSearchParams(pairs).toString()
}

/** The workshops for the same words, from the same point. */
function workshopsOf(asked: PageSearch): string {
  const kept = ['lieu', 'lat', 'lon', 'commune', 'departement', 'services', 'q']
  return `/ateliers?${new URLSearchParams([...pageParams(asked)].filter(([name]) => kept.includes(name)))}`
}

/** The same search elsewhere: its filters are kept. */
function elsewhere(asked: PageSearch): HrefOf {
  const nowhere: Partial<Search> = { near: null, radius: null, communeCodes: [], departmentCodes: [] }
  return (territory, place) => {
    const search = { ...asked.search, ...nowhere, page: 1, sort: territory.near ? pageNearSort : 'NAME', ...territory }
    return pageAddress({ search: search as Search, place, isPositionFromPlace: false })
  }
}

function countOf({ reached, total, search }: Found, t: Awaited<ReturnType<typeof getTranslations<'lieux'>>>): string {
  if (!reached || total === 0) return t(search.near ? 'countNear' : 'count', { count: total })
  return t('countWithin', { ...reached, further: Math.max(0, total - reached.count) })
}

async function titleOf({ asked, search, where }: ReadPageSearch): Promise<string> {
  const t = await getTranslations('lieux')
  if (search.near) {
    const commune = where?.kind === 'found' || where?.kind === 'lostAddress' ? where.commune : null
    const place = commune?.name ?? asked.place
    return place ? t('titleAround', { place: ofPlace(await getLocale(), place) }) : t('titleNearby')
  }
  const names = await territoryNames(search)
  return names.length > 0 ? t('titleIn', { place: (await getFormatter()).list(names) }) : t('titleAll')
}

async function territoryNames({ communeCodes, departmentCodes }: ReadPageSearch['search']): Promise<string[]> {
  const communes = await Promise.all(communeCodes.map(getCommune))
  const departments = departmentCodes.length > 0 ? await listDepartments() : []
  return [
    ...communes.flatMap((commune) => commune?.name ?? []),
    ...departments.filter(({ code }) => departmentCodes.includes(code)).map(({ name }) => name),
  ]
}
