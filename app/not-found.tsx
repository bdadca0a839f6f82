import type { Metadata } from 'next'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { getLocalPath } from '@/components/site/local-path'
import { Page } from '@/components/site/page'
import { SiteFooter } from '@/components/site/site-footer'
import { SiteHeader } from '@/components/site/site-header'
import { ButtonLink } from '@/components/ui/button'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notFound')
  return { title: t('documentTitle') }
}

export default async function NotFound() {
  // Rendered at each request, so that its scripts carry the nonce of that answer.
  await connection()
  const t = await getTranslations('notFound')
  const to = await getLocalPath()
  return (
    <>
      <SiteHeader />
      <Page width="text">
        <h1>{t('title')}</h1>
        <p>{t('text')}</p>
        <p>
          <ButtonLink href={to('/lieux')}>{t('find')}</ButtonLink>
        </p>
        <p>
          <a href={to('/')}>{t('home')}</a>
        </p>
      </Page>
      <SiteFooter />
    </>
  )
}
