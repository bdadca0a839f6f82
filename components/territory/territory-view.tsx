import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { JsonData } from '@/components/site/json-data'
import { useLocalPath } from '@/components/site/local-path'
import { Page } from '@/components/site/page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { territoryPath } from '@/lib/territory/pages/address'
import { territoryData } from '@/lib/territory/pages/territory-data'
import type { TerritoryPage } from '@/lib/territory/pages/territory-page'
import { OfferList } from './offer-list'
import { TerritoryList } from './territory-list'

interface Props {
  page: TerritoryPage
  /** The search of its places. */
  search: URLSearchParams
  /** What the territories it is made of, and those beside it, are called. */
  titles: { parts: string; besides: string }
  /** What it lists first, for search engines: by name and French address. */
  items: readonly { name: string; path: string }[]
  /** The site's own address. */
  site: string
  /** Its places one by one. */
  children?: ReactNode
}

/** What all territories tell: where they are, what they offer, and the way on. */
export function TerritoryView({ page, search, titles, items, site, children }: Props) {
  const t = useTranslations('territories')
  const to = useLocalPath()
  const { territory, above, offer, parts, besides } = page
  const line = [
    { name: t('title'), path: '/territoires' },
    ...above.map((wider) => ({ name: wider.name, path: territoryPath(wider) })),
  ]
  const here = { name: territory.name, path: territoryPath(territory) }
  const absolute = ({ name, path }: { name: string; path: string }) => ({ name, url: site + to(path) })
  return (
    <Page>
      <JsonData data={territoryData([...line, here].map(absolute), items.map(absolute))} />
      <Breadcrumb steps={line.map(({ name, path }) => ({ label: name, href: to(path) }))} />
      <h1>{t('heading', { place: territory.name })}</h1>
      <p>{t('count', { count: offer.total })}</p>
      <p>
        <ButtonLink href={to(`/lieux?${search}`)}>{t('search')}</ButtonLink>
      </p>
      {parts.length > 0 && (
        <>
          <h2>{titles.parts}</h2>
          <TerritoryList territories={parts} />
        </>
      )}
      {children}
      <OfferList offer={offer} search={search} />
      {besides.length > 0 && (
        <>
          <h2>{titles.besides}</h2>
          <TerritoryList territories={besides} />
        </>
      )}
    </Page>
  )
}
