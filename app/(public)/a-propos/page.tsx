import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('about'))('title') }
}

export default function AboutPage() {
  const t = useTranslations('about')
  return (
    <Page width="text">
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <h2>{t('whoTitle')}</h2>
      <p>{t('who')}</p>
      <h2>{t('placesTitle')}</h2>
      <p>{t('places')}</p>
      <h2>{t('privacyTitle')}</h2>
      <p>{t('privacy')}</p>
      <h2>{t('licenceTitle')}</h2>
      <p>{t('licence')}</p>
    </Page>
  )
}
