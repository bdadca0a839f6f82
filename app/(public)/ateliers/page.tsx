import type { Metadata } from 'next'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { FrenchData } from '@/components/site/french-data'
import { JsonData } from '@/components/site/json-data'
import { getLocalPath } from '@/components/site/local-path'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { env } from '@/lib/env'
import { ofPlace } from '@/lib/i18n/french-preposition'
import { getCommune, listDepartments } from '@/lib/territory/queries'
import { workshopsData } from '@/lib/workshops/event-data'
import { findWorkshops, workshopsPerPage } from '@/lib/workshops/search/queries'
import { listWiderSearches } from '@/lib/workshops/search/wider/queries'
import { WhereNotice } from '../lieux/where-notice'
import { type ReadWorkshops, readWorkshops, workshopsAddress } from './read-workshops'
import { UnderstoodWorkshops } from './understood-workshops'
import { WiderSearches } from './wider-searches'
import { WorkshopCard } from './workshop-card'
import { WorkshopForms } from './workshop-forms'
import styles from './workshops.module.css'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The title and the page read one address once. */
const readOnce = cache((query: string) => readWorkshops(Object.fromEntries(groupsOf(query))))

function groupsOf(query: string): Map<string, string[]> {
  const params = new URLSearchParams(query)
  return new Map([...params.keys()].map((name) => [name, params.getAll(name)]))
}

async function read(searchParams: Props['searchParams']): Promise<ReadWorkshops> {
  const pairs = Object.entries(await searchParams).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => [name, each]),
  )
  return readOnce(new URLSearchParams(pairs).toString())
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { asked, ...rest } = await read(searchParams)
  const title = await titleOf({ asked, ...rest })
  const t = await getTranslations('workshops')
  // What one person combines is not for search engines.
  const isPlain = workshopsAddress(asked) === '/ateliers' && asked.search.page === 1
  return { title, description: t('description', { title }), robots: isPlain ? undefined : { index: false } }
}

/** The workshops to come, wherever one is. */
export default async function WorkshopsPage({ searchParams }: Props) {
  const { asked, search, where, problems } = await read(searchParams)
  const at = new Date()
  const [t, lieux, to, { total, workshops }] = await Promise.all([
    getTranslations('workshops'),
    getTranslations('lieux'),
    getLocalPath(),
    findWorkshops(search, at),
  ])
  const nearest = workshops[0]?.distance ?? 0
  return (
    <Page>
      <h1>{await titleOf({ asked, search, where, problems })}</h1>
      <p>{t('lead')}</p>
      {problems.length > 0 && (
        <Notice tone="warning" title={lieux('problemsTitle')}>
          <ul>
            {problems.map(({ parameter, value, reason }) => (
              <li key={`${parameter} ${value}`}>
                {lieux('problem', { parameter, value })} <FrenchData>{reason.split(' ; ')[0] ?? reason}</FrenchData>
              </li>
            ))}
          </ul>
          <p>{lieux('problemsText')}</p>
        </Notice>
      )}
      {where && asked.place && (
        <WhereNotice
          place={asked.place}
          where={where}
          hrefOf={(territory, place) =>
            workshopsAddress(
              { search: { ...asked.search, near: null, communeCodes: [], departmentCodes: [] }, place },
              territory,
            )
          }
        />
      )}
      <UnderstoodWorkshops asked={asked} search={search} />
      <WorkshopForms asked={asked} isPlaced={search.near !== null || asked.place !== null} />
      <section aria-labelledby="resultats">
        <h2 className="visually-hidden" id="resultats">
          {lieux('results')}
        </h2>
        <p>{t(search.near ? 'countNear' : 'count', { count: total })}</p>
        {nearest >= 50_000 && search.page === 1 && <Notice>{t('farOnly')}</Notice>}
        {total === 0 && <WiderSearches asked={asked} wider={await listWiderSearches(search, at)} />}
        <ul className={styles.list}>
          {workshops.map((workshop) => (
            <li key={workshop.id}>
              <WorkshopCard workshop={workshop} />
            </li>
          ))}
        </ul>
        <Pagination
          page={search.page}
          pageCount={Math.ceil(total / workshopsPerPage)}
          hrefOf={(page) => to(workshopsAddress(asked, { page }))}
        />
      </section>
      {workshops.length > 0 && <JsonData data={workshopsData(workshops, env().PUBLIC_URL)} />}
    </Page>
  )
}

async function titleOf({ asked, search, where }: ReadWorkshops): Promise<string> {
  const t = await getTranslations('workshops')
  if (search.near) {
    const commune = where?.kind === 'found' || where?.kind === 'lostAddress' ? where.commune : null
    const place = commune?.name ?? asked.place
    return place ? t('titleAround', { place: ofPlace(await getLocale(), place) }) : t('titleNearby')
  }
  const communes = await Promise.all(search.communeCodes.map(getCommune))
  const departments = search.departmentCodes.length > 0 ? await listDepartments() : []
  const names = [
    ...communes.flatMap((commune) => commune?.name ?? []),
    ...departments.filter(({ code }) => search.departmentCodes.includes(code)).map(({ name }) => name),
  ]
  return names.length > 0 ? t('titleIn', { place: (await getFormatter()).list(names) }) : t('titleAll')
}
