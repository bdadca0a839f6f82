import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { getCommune, listDepartments } from '@/lib/territory/queries'
import { AskWhere } from './ask-where'
import { findPlaces } from './find-places'
import styles from './lieux.module.css'
import { NarrowingChips } from './narrowing-chips'
import { NeedUnderstood } from './need-understood'
import { PlaceList } from './place-list'
import { PlacesMap } from './places-map'
import { type ReadPageSearch, readPageSearch } from './read-page-search'
import { SearchPanels } from './search-panels'
import { UnappliedHours } from './unapplied-hours'
import { WhereNotice } from './where-notice'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: await titleOf(await readPageSearch(await searchParams)) }
}

export default async function LieuxPage({ searchParams }: Props) {
  const t = await getTranslations('lieux')
  const read = await readPageSearch(await searchParams)
  const { asked, where, meaning, problems } = read
  const { search, total, places, unapplied } = await findPlaces(read.search)
  const isPlaced = search.near !== null || search.communeCodes.length + search.departmentCodes.length > 0
  return (
    <Page>
      <h1>{await titleOf(read)}</h1>
      {problems.length > 0 && (
        <Notice tone="warning" title={t('problemsTitle')}>
          <ul>
            {problems.map(({ parameter, value, reason }) => (
              // What follows the semicolon lists every value there is: of use to programmes, not here.
              <li key={`${parameter} ${value}`}>
                {t('problem', { parameter, value, reason: reason.split(' ; ')[0] ?? reason })}
              </li>
            ))}
          </ul>
          <p>{t('problemsText')}</p>
        </Notice>
      )}
      {unapplied && <UnappliedHours asked={asked} why={unapplied} />}
      {where && asked.place && <WhereNotice place={asked.place} where={where} asked={asked} />}
      {!isPlaced && where?.kind !== 'ambiguous' && <AskWhere asked={asked} departments={await listDepartments()} />}
      <NeedUnderstood asked={asked} meaning={meaning} />
      <SearchPanels asked={asked} />
      <NarrowingChips asked={asked} />
      <div className={styles.columns}>
        <section aria-labelledby="results">
          <h2 className="visually-hidden" id="results">
            {t('results')}
          </h2>
          <p>{t(search.near ? 'countNear' : 'count', { count: total })}</p>
          <PlaceList places={places} total={total} asked={asked} />
        </section>
        <PlacesMap search={search} places={places} listId="results" />
      </div>
    </Page>
  )
}

async function titleOf({ asked, search, where }: ReadPageSearch): Promise<string> {
  const t = await getTranslations('lieux')
  if (search.near) {
    const commune = where?.kind === 'found' || where?.kind === 'lostAddress' ? where.commune : null
    const place = commune?.name ?? asked.place
    return place ? t('titleAround', { place }) : t('titleNearby')
  }
  const names = await territoryNames(search)
  return names.length > 0 ? t('titleIn', { place: names.join(', ') }) : t('titleAll')
}

async function territoryNames({ communeCodes, departmentCodes }: ReadPageSearch['search']): Promise<string[]> {
  const communes = await Promise.all(communeCodes.map(getCommune))
  const departments = departmentCodes.length > 0 ? await listDepartments() : []
  return [
    ...communes.flatMap((commune) => commune?.name ?? []),
    ...departments.filter(({ code }) => departmentCodes.includes(code)).map(({ name }) => name),
  ]
}
