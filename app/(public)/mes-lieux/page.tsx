import type { Metadata } from 'next'
import { useLocale, useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { KeptList } from '@/components/place/kept-list'
import { useKeptListText } from '@/components/place/use-kept-list-text'
import { LocalLink } from '@/components/site/local-link'
import { useLocalPath } from '@/components/site/local-path'
import { Page } from '@/components/site/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('kept'))('title'), robots: { index: false } }
}

/** The places that somebody keeps on her device: no account, and nothing is sent. */
export default function KeptPlacesPage() {
  const t = useTranslations('kept')
  return (
    <Page width="text">
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <noscript>
        <p>{t('needsScript')}</p>
      </noscript>
      <KeptList text={useKeptListText()} locale={useLocale()} sheetPath={useLocalPath()('/fiche')} />
      <p>
        <LocalLink href="/lieux">{t('find')}</LocalLink>
      </p>
    </Page>
  )
}
