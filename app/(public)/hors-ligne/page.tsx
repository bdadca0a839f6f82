import type { Metadata } from 'next'
import { useLocale, useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { KeptList } from '@/components/place/kept-list'
import { useKeptListText } from '@/components/place/use-kept-list-text'
import { Page } from '@/components/site/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('offline'))('title'), robots: { index: false } }
}

/** What the browser shows of itself when the network is gone, in place of a page that it does not have. */
export default function OfflinePage() {
  const t = useTranslations('offline')
  return (
    <Page width="text">
      <h1>{t('title')}</h1>
      <p>{t('text')}</p>
      <KeptList text={useKeptListText()} locale={useLocale()} />
    </Page>
  )
}
