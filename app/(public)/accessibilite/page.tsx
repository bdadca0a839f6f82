import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { LocalLink } from '@/components/site/local-link'
import { Page } from '@/components/site/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accessibilityPage'))('title') }
}

export default function AccessibilityPage() {
  const t = useTranslations('accessibilityPage')
  return (
    <Page width="text">
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <h2>{t('doneTitle')}</h2>
      <ul>
        <li>{t('done1')}</li>
        <li>{t('done2')}</li>
        <li>{t('done3')}</li>
        <li>{t('done4')}</li>
      </ul>
      <h2>{t('limitsTitle')}</h2>
      <p>{t('limits')}</p>
      <h2>{t('helpTitle')}</h2>
      <p>
        {t('help')} <LocalLink href="/hubs">{t('hubs')}</LocalLink>
      </p>
    </Page>
  )
}
