import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TerritoryView } from '@/components/territory/territory-view'
import { env } from '@/lib/env'
import { territoryPath } from '@/lib/territory/pages/address'
import { readTerritory, type TerritoryProps, territoryMetadata } from '../../territoires/read-territory'

export const generateMetadata = (props: TerritoryProps): Promise<Metadata> => territoryMetadata('departements', props)

export default async function DepartmentPage(props: TerritoryProps) {
  const page = await readTerritory('departements', props)
  const t = await getTranslations('territories')
  return (
    <TerritoryView
      page={page}
      site={env().PUBLIC_URL}
      search={new URLSearchParams({ departement: page.territory.code })}
      titles={{ parts: t('communesTitle'), besides: t('otherDepartments') }}
      items={page.parts.map((part) => ({ name: part.name, path: territoryPath(part) }))}
    />
  )
}
