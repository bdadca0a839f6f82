import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { Button, ButtonLink } from '@/components/ui/button'
import { Pagination } from '@/components/ui/pagination'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { mayCreateSomewhere } from '@/lib/accounts/territory'
import { listPlacesFor } from '@/lib/places/back-office/queries'
import { requireUser } from '../../require-user'
import { filterSlugs, pageHref, parameter, readFilters } from './list-filters'
import styles from './places.module.css'
import { PlacesTable } from './places-table'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coordination')
  return { title: t('places') }
}

export default async function PlacesPage({ searchParams }: PageProps<'/coordination/lieux'>) {
  const parameters = await searchParams
  const user = await requireUser('/coordination/lieux')
  const t = await getTranslations('coordination')
  const filters = readFilters(parameters)
  const { total, pageCount, places } = await listPlacesFor(user, filters)
  const options = (name: keyof typeof filterSlugs) =>
    filterSlugs[name].map((value) => ({ value, label: t(`filters.${value}` as 'filters.publie') }))
  return (
    <Page width="wide">
      <div className={styles.title}>
        <h1>{t('places')}</h1>
        {mayCreateSomewhere(user) && <ButtonLink href="/coordination/lieux/nouveau">{t('addPlace')}</ButtonLink>}
      </div>
      <search>
        <form className={styles.filters}>
          <TextInput name="q" type="search" label={t('search')} defaultValue={filters.q} />
          {(['statut', 'type', 'manque'] as const).map((name) => (
            <Select
              key={name}
              name={name}
              label={t(`filters.${name}`)}
              placeholder={t('filters.all')}
              options={options(name)}
              defaultValue={parameter(parameters, name)}
            />
          ))}
          <Button variant="secondary">{t('filters.apply')}</Button>
        </form>
      </search>
      <p role="status">{t('found', { total })}</p>
      {places.length > 0 && <PlacesTable places={places} />}
      {total === 0 && (
        <p>
          <a href="/coordination/lieux">{t('backToPlaces')}</a>
        </p>
      )}
      <Pagination page={filters.page} pageCount={pageCount} hrefOf={(page) => pageHref(parameters, page)} />
    </Page>
  )
}
