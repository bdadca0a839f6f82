import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FrenchData } from '@/components/site/french-data'
import { LocalLink } from '@/components/site/local-link'
import { Page } from '@/components/site/page'
import { TerritoryList } from '@/components/territory/territory-list'
import { territoryPath } from '@/lib/territory/pages/address'
import { listTerritories } from '@/lib/territory/pages/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('territories')
  return { title: t('title'), description: t('lead') }
}

export default async function TerritoriesPage() {
  const t = await getTranslations('territories')
  return (
    <Page>
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      {(await listTerritories()).map(({ region, departments }) => (
        <section key={region.code}>
          <h2>
            <LocalLink href={territoryPath(region)}>
              <FrenchData>{region.name}</FrenchData>
            </LocalLink>
          </h2>
          <TerritoryList territories={departments} />
        </section>
      ))}
    </Page>
  )
}
