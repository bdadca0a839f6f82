import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TerritoryView } from '@/components/territory/territory-view'
import { env } from '@/lib/env'
import { territoryPath } from '@/lib/territory/pages/address'
import { readTerritory, type TerritoryProps, territoryMetadata } from '../../territoires/read-territory'

export const generateMetadata = (props: TerritoryProps): Promise<Metadata> => territoryMetadata('regions', props)

export default async function RegionPage(props: TerritoryProps) {
  const page = await readTerritory('regions', props)
  const t = await getTranslations('territories')
  return (
    <TerritoryView
      page={page}
      site={env().PUBLIC_URL}
      search={new URLSearchParams(page.parts.map(({ code }) => ['departement', code]))}
      titles={{ parts: t('departmentsTitle'), besides: '' }}
      items={page.parts.map((part) => ({ name: part.name, path: territoryPath(part) }))}
    />
  )
}
