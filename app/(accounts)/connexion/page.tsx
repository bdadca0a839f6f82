import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { deskOf } from '@/lib/accounts/queries'
import { localPath } from '@/lib/accounts/return-path'
import { currentUser } from '@/lib/auth'
import { proConnectSettings } from '@/lib/proconnect/settings'
import { SignInForm } from './sign-in-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('connexion')
  return { title: t('title') }
}

export default async function SignInPage({ searchParams }: PageProps<'/connexion'>) {
  const { retour, motDePasse, proconnect } = await searchParams
  const wanted = Array.isArray(retour) ? retour[0] : retour
  const returnTo = wanted ? localPath(wanted) : ''
  const user = await currentUser()
  if (user) redirect(returnTo || (await deskOf(user.id)))
  const t = await getTranslations('connexion')
  return (
    <Page width="text">
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      {motDePasse !== undefined && (
        <Notice tone="success">
          <p>{t('passwordSet')}</p>
        </Notice>
      )}
      {typeof proconnect === 'string' && t.has(`refused.${proconnect}` as 'refused.failed') && (
        <Notice tone="error" title={t('refusedTitle')}>
          <p>{t(`refused.${proconnect}` as 'refused.failed')}</p>
        </Notice>
      )}
      {proConnectSettings() && (
        <section aria-label="ProConnect">
          <p>
            <ButtonLink href={`/connexion/proconnect?${new URLSearchParams({ retour: returnTo })}`}>
              {t('proConnect')}
            </ButtonLink>
          </p>
          <p>
            <a href="https://www.proconnect.gouv.fr/">{t('proConnectAbout')}</a>
          </p>
          <h2>{t('or')}</h2>
        </section>
      )}
      <SignInForm returnTo={returnTo} />
    </Page>
  )
}
