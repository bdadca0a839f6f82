import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { getLocalPath } from '@/components/site/local-path'
import { type Level, territoryCode, territoryPath } from '@/lib/territory/pages/address'
import { getTerritoryPage } from '@/lib/territory/pages/queries'
import type { TerritoryPage } from '@/lib/territory/pages/territory-page'

export interface TerritoryProps {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** One read a request, for the page and its head. */
const pageOf = cache(async (level: Level, slug: string) => {
  const code = territoryCode(slug)
  return code === null ? null : getTerritoryPage(level, code)
})

/** A territory by the code in its address; another name after the code leads to the right one for good. */
export async function readTerritory(level: Level, { params }: TerritoryProps): Promise<TerritoryPage> {
  const { slug } = await params
  const page = await pageOf(level, slug)
  if (!page) notFound()
  const path = territoryPath(page.territory)
  if (path !== `/${level}/${slug}`) permanentRedirect((await getLocalPath())(path))
  return page
}

export async function territoryMetadata(level: Level, { params }: TerritoryProps): Promise<Metadata> {
  const page = await pageOf(level, (await params).slug)
  if (!page) return {}
  const t = await getTranslations('territories')
  const place = page.territory.name
  return {
    title: t('heading', { place }),
    description: t('description', { place, count: page.offer.total }),
  }
}
