import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { unseal } from '@/lib/accounts/second-factor/vault'
import { leaveProConnect } from '@/lib/proconnect/provider'
import { kept } from '../kept'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('connexion.leaving')
  return { title: t('title') }
}

/**
 * Leads on to ProConnect, to close its session too. A page, not a redirect: the content policy forbids the form that
 * signs out to lead to another site.
 */
export default async function LeavingPage() {
  const sealed = await kept('out')
  const idToken = sealed === undefined ? null : await unseal(sealed)
  const url = idToken === null ? null : await leaveProConnect(idToken)
  if (url === null) redirect('/connexion')
  const t = await getTranslations('connexion.leaving')
  return (
    <Page width="text">
      <meta httpEquiv="refresh" content={`0;url=${url}`} />
      <h1>{t('title')}</h1>
      <p>{t('text')}</p>
      <ButtonLink href={url}>{t('continue')}</ButtonLink>
    </Page>
  )
}
