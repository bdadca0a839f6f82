import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('dataPage'))('title') }
}

const example = '/api/v1/lieux?lat=47.586&lon=1.336&limite=20'

export default function DataPage() {
  const t = useTranslations('dataPage')
  return (
    <Page width="text">
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <h2>{t('filesTitle')}</h2>
      <ul>
        <li>
          <a href="/api/v1/lieux.csv">{t('csv')}</a>
        </li>
        <li>
          <a href="/api/v1/lieux.json">{t('json')}</a>
        </li>
      </ul>
      <h2>{t('apiTitle')}</h2>
      <p>{t('api')}</p>
      <p>
        <a href={example}>
          <code>{example}</code>
        </a>
      </p>
      <p>
        <a href="/api/v1/openapi.json">{t('openapi')}</a>
      </p>
      <h2>{t('licenceTitle')}</h2>
      <p>{t('licence')}</p>
      <h2>{t('sourcesTitle')}</h2>
      <p>{t('sources')}</p>
    </Page>
  )
}
