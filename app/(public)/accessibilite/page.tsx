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
      <h2>{t('stateTitle')}</h2>
      <p>{t('state')}</p>
      <h2>{t('doneTitle')}</h2>
      <ul>
        {(['done1', 'done2', 'done3', 'done4', 'done5', 'done6'] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <h2>{t('limitsTitle')}</h2>
      <ul>
        {(['limit1', 'limit2', 'limit3', 'limit4'] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <h2>{t('helpTitle')}</h2>
      <p>
        {t('help')} <LocalLink href="/hubs">{t('hubs')}</LocalLink>
      </p>
    </Page>
  )
}
