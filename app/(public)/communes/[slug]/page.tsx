import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { getLocalPath } from '@/components/site/local-path'
import { PlaceLines } from '@/components/territory/place-lines'
import { TerritoryView } from '@/components/territory/territory-view'
import { Pagination } from '@/components/ui/pagination'
import { env } from '@/lib/env'
import { searchPlaces } from '@/lib/search/queries'
import { parseSearch } from '@/lib/search/schema'
import { territoryPath } from '@/lib/territory/pages/address'
import { readTerritory, type TerritoryProps, territoryMetadata } from '../../territoires/read-territory'

export const generateMetadata = (props: TerritoryProps): Promise<Metadata> => territoryMetadata('communes', props)

const placesOnAPage = 50

export default async function CommunePage(props: TerritoryProps) {
  const page = await readTerritory('communes', props)
  const { code } = page.territory
  const { search } = parseSearch({ commune: code, page: (await props.searchParams).page })
  const { total, places } = await searchPlaces({ ...search, limit: placesOnAPage })
  const t = await getTranslations('territories')
  const workshops = await getTranslations('workshops')
  const to = await getLocalPath()
  return (
    <TerritoryView
      page={page}
      site={env().PUBLIC_URL}
      search={new URLSearchParams({ commune: code })}
      titles={{ parts: t('arrondissementsTitle'), besides: t('neighbours') }}
      items={places.map(({ id, name }) => ({ name, path: `/lieux/${id}` }))}
    >
      <p>
        <a href={to(`/ateliers?commune=${code}`)}>{workshops('upcoming')}</a> ·{' '}
        <a href={to(`/communes/${code}/ateliers.ics`)} hrefLang="fr" type="text/calendar">
          {workshops('subscribe')}
        </a>
      </p>
      <h2>{t('placesTitle')}</h2>
      <PlaceLines places={places} />
      <Pagination
        page={search.page}
        pageCount={Math.ceil(total / placesOnAPage)}
        hrefOf={(number) => to(territoryPath(page.territory) + (number > 1 ? `?page=${number}` : ''))}
      />
    </TerritoryView>
  )
}
