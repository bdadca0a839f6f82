import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AnswerLink } from '@/components/account/answer-link'
import { NewPasswordForm } from '@/components/account/new-password-form'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { joiningOfToken } from '@/lib/accounts/joining/queries'
import { currentUser } from '@/lib/auth'
import { JoiningWords } from '../../joining-words'
import { confirmAction, leaveAction, openAction } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('joining')
  return { title: t('confirmTitle') }
}

/** Where the link of the message leads. Opening it changes nothing: mail programs open links too. */
export default async function ConfirmPage({ params }: PageProps<'/orientation/rejoindre/[token]'>) {
  const { token } = await params
  const [asked, user, t, account] = await Promise.all([
    joiningOfToken(token),
    currentUser(),
    getTranslations('joining'),
    getTranslations('account'),
  ])
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
          <AnswerLink
            path="/orientation/rejoindre"
            token={token}
            email={email}
            hasAccount={asked.hasAccount}
            signedInAs={user?.email ?? null}
            accept={confirmAction}
            leave={leaveAction}
            words={{
              accept: t('accept'),
              toCorrect: t('toCorrect'),
              wrongAccount: t('wrongAccount', { current: user?.email ?? '' }),
              signOut: t('signOut'),
              known: t('known'),
              signIn: t('signIn'),
              newcomer: t('newcomer'),
            }}
          >
            <NewPasswordForm
              action={openAction}
              token={token}
              email={email}
              title={account('toCorrect')}
              submit={t('open')}
            />
          </AnswerLink>
        </JoiningWords>
      )}
    </Page>
  )
}
