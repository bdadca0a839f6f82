import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { ForgottenPasswordForm } from './forgotten-password-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('connexion')
  return { title: t('forgottenTitle') }
}

export default async function ForgottenPasswordPage() {
  const t = await getTranslations('connexion')
  return (
    <Page width="text">
      <h1>{t('forgottenTitle')}</h1>
      <p>{t('forgottenIntro')}</p>
      <ForgottenPasswordForm />
      <p>
        <a href="/connexion">{t('backToSignIn')}</a>
      </p>
    </Page>
  )
}
