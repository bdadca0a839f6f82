import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { joiningOfToken } from '@/lib/accounts/joining/queries'
import { signInPath } from '@/lib/accounts/return-path'
import { currentUser } from '@/lib/auth'
import { JoiningWords } from '../../joining-words'
import { leaveAction } from '../actions'
import { ConfirmForm } from './confirm-form'
import { OpenForm } from './open-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('joining')
  return { title: t('confirmTitle') }
}

/** Where the link of the message leads. Opening it changes nothing: mail programs open links too. */
export default async function ConfirmPage({ params }: PageProps<'/orientation/rejoindre/[token]'>) {
  const { token } = await params
  const [asked, user, t] = await Promise.all([joiningOfToken(token), currentUser(), getTranslations('joining')])
  if (!asked) {
    return (
      <Page width="text">
        <h1>{t('confirmTitle')}</h1>
        <Notice tone="warning" title={t('overTitle')}>
          <p>{t('over')}</p>
        </Notice>
        <p>
          <ButtonLink href="/orientation/rejoindre" variant="secondary">
            {t('startAgain')}
          </ButtonLink>{' '}
          <ButtonLink href="/connexion" variant="quiet">
            {t('signIn')}
          </ButtonLink>
        </p>
      </Page>
    )
  }
  const { name, email, structureName: structure, siret, communeName: commune } = asked
  return (
    <Page width="text">
      <h1>{t('confirmTitle')}</h1>
      <p>
        <strong>{t('who', { name, email })}</strong>
        <br />
        {t('where', { structure, siret, commune })}
      </p>
      {asked.isConfirmed ? (
        <Notice title={t('usedTitle')}>
          <p>{t('used')}</p>
        </Notice>
      ) : (
        <JoiningWords>
          <Answer token={token} email={email} hasAccount={asked.hasAccount} signedInAs={user?.email ?? null} />
        </JoiningWords>
      )}
    </Page>
  )
}

interface AnswerProps {
  token: string
  email: string
  hasAccount: boolean
  signedInAs: string | null
}

/** What it takes to confirm: one click, a sign-in, another account, or a first password. */
async function Answer({ token, email, hasAccount, signedInAs }: AnswerProps) {
  const t = await getTranslations('joining')
  if (signedInAs !== null && signedInAs.toLowerCase() === email.toLowerCase()) return <ConfirmForm token={token} />
  if (signedInAs !== null) {
    return (
      <form action={leaveAction}>
        <Notice tone="warning">
          <p>{t('wrongAccount', { current: signedInAs })}</p>
        </Notice>
        <input type="hidden" name="token" value={token} />
        <Button variant="secondary">{t('signOut')}</Button>
      </form>
    )
  }
  if (hasAccount) {
    return (
      <>
        <p>{t('known')}</p>
        <ButtonLink href={signInPath(`/orientation/rejoindre/${encodeURIComponent(token)}`)}>{t('signIn')}</ButtonLink>
      </>
    )
  }
  return (
    <>
      <p>{t('newcomer')}</p>
      <OpenForm token={token} email={email} />
    </>
  )
}
