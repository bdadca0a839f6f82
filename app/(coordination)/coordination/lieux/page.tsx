import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { mayCreateSomewhere, mayEditSomewhere } from '@/lib/accounts/territory'
import { tableHref } from '@/lib/places/table/address'
import { readFilters } from '@/lib/places/table/filters'
import { listPlacesFor, tableChoicesFor } from '@/lib/places/table/queries'
import { listViews } from '@/lib/places/views/queries'
import { requireUser } from '../../require-user'
import styles from '../list-page.module.css'
import { FilterPanel } from './table/filter-panel'
import { PlacesForm } from './table/places-form'
import { ViewsBar } from './table/views-bar'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination')
  return { title: t('places') }
}

const viewsDone = ['vue-keep', 'vue-rename', 'vue-remove'] as const

export default async function PlacesPage({ searchParams }: PageProps<'/coordination/lieux'>) {
  const parameters = await searchParams
  const user = await requireUser(tableHref(parameters))
  const t = await getTranslations('coordination')
  const choices = await tableChoicesFor(user)
  const { filters, unknown } = readFilters(parameters, choices)
  const [{ total, pageCount, places }, views] = await Promise.all([listPlacesFor(user, filters), listViews(user)])
  const done = viewsDone.find((each) => each === parameters.fait)
  return (
    <Page width="wide">
      <div className={styles.title}>
        <h1>{t('places')}</h1>
        {mayCreateSomewhere(user) && <ButtonLink href="/coordination/lieux/nouveau">{t('addPlace')}</ButtonLink>}
      </div>
      {done && <Notice tone="success" role="status" title={t(`table.views.done.${done}`)} />}
      {unknown.length > 0 && (
        <Notice tone="warning" role="alert" title={t('table.unknownTitle')}>
          <ul>
            {unknown.map(({ parameter, value }) => (
              <li key={`${parameter} ${value}`}>{t('table.unknown', { parameter, value })}</li>
            ))}
          </ul>
        </Notice>
      )}
      <ViewsBar parameters={parameters} views={views} />
      <FilterPanel parameters={parameters} choices={choices} />
      <div className={styles.found}>
        <p role="status">
          <strong>{t('found', { total })}</strong>
        </p>
        {total > 0 && unknown.length === 0 && (
          <p>
            {t('table.download')} <a href={tableHref(parameters, {}, '/export.csv')}>CSV</a>
            {' · '}
            <a href={tableHref(parameters, {}, '/export.xlsx')}>XLSX</a>
          </p>
        )}
      </div>
      {total === 0 && (
        <p>
          {t('table.none')} <a href="/coordination/lieux">{t('table.showAll')}</a>
        </p>
      )}
      {places.length > 0 && (
        <PlacesForm
          places={places}
          total={total}
          parameters={parameters}
          sort={filters.sort}
          choices={{ colleagues: choices.colleagues }}
          maySelect={mayEditSomewhere(user)}
        />
      )}
      <Pagination
        page={filters.page}
        pageCount={pageCount}
        hrefOf={(page) => tableHref(parameters, { page: String(page) })}
      />
    </Page>
  )
}
