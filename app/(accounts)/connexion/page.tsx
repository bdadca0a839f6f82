import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { localPath } from '@/lib/accounts/return-path'
import { currentUser } from '@/lib/auth'
import { SignInForm } from './sign-in-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('connexion')
  return { title: t('title') }
}

export default async function SignInPage({ searchParams }: PageProps<'/connexion'>) {
  const { retour, motDePasse } = await searchParams
  const returnTo = localPath(Array.isArray(retour) ? retour[0] : retour)
  if (await currentUser()) redirect(returnTo)
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
      <SignInForm returnTo={returnTo} />
    </Page>
  )
}
