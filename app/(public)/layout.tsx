import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DemoBanner } from '@/components/site/demo-banner'
import { OfflineCopy } from '@/components/site/offline-copy'
import { SiteFooter } from '@/components/site/site-footer'
import { SiteHeader } from '@/components/site/site-header'
import { buildVersion } from '@/lib/env'
import { defaultLocale, locales, openGraphLocales } from '@/lib/i18n/languages'
import { localPath } from '@/lib/i18n/path'
import { pathInFrench } from '@/lib/i18n/request-headers'
import { showsDemonstrationData } from '@/lib/places/queries'

/** What these pages say changes with the database, and the content policy gives each answer its own nonce. */
export const dynamic = 'force-dynamic'

/** A page's own address, without what was asked of it, and its addresses in the other languages. */
export async function generateMetadata(): Promise<Metadata> {
  const [path = '/'] = pathInFrench(await headers())?.split('?') ?? []
  const locale = await getLocale()
  const t = await getTranslations('app')
  const languages = Object.fromEntries(locales.map((each) => [each, localPath(each, path)]))
  const url = localPath(locale, path)
  return {
    alternates: { canonical: url, languages: { ...languages, 'x-default': localPath(defaultLocale, path) } },
    openGraph: {
      type: 'website',
      siteName: t('name'),
      url,
      locale: openGraphLocales[locale],
      alternateLocale: locales.filter((each) => each !== locale).map((each) => openGraphLocales[each]),
    },
  }
}

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('offline')
  return (
    <>
      {(await showsDemonstrationData()) && <DemoBanner />}
      <SiteHeader />
      <OfflineCopy version={buildVersion} locale={await getLocale()} words={`${t('notice')} ${t.raw('copyOf')}`} />
      {children}
      <SiteFooter />
    </>
  )
}
