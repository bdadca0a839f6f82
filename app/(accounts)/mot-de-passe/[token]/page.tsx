import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewPasswordForm } from '@/components/account/new-password-form'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { userOfPasswordLink } from '@/lib/accounts/queries'
import { setPasswordAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('connexion')
  return { title: t('newPasswordTitle') }
}

export default async function NewPasswordPage({ params }: PageProps<'/mot-de-passe/[token]'>) {
  const { token } = await params
  const user = await userOfPasswordLink(token)
  const t = await getTranslations('connexion')
  return (
    <Page width="text">
      <h1>{t('newPasswordTitle')}</h1>
      {user ? (
        <>
          <p>{t('newPasswordFor', { email: user.email })}</p>
          <NewPasswordForm
            action={setPasswordAction}
            token={token}
            email={user.email}
            title={t('toCorrect')}
            submit={t('setPassword')}
          />
        </>
      ) : (
        <Notice tone="warning" title={t('linkOverTitle')}>
          <p>
            {t('linkOver')} <a href="/mot-de-passe/oublie">{t('askLink')}</a>
          </p>
        </Notice>
      )}
    </Page>
  )
}
