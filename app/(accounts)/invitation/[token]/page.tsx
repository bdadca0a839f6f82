import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AnswerLink } from '@/components/account/answer-link'
import { NewPasswordForm } from '@/components/account/new-password-form'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { invitationOfToken } from '@/lib/accounts/invitations/queries'
import { roleWords } from '@/lib/accounts/role-words'
import { currentUser } from '@/lib/auth'
import { acceptAction, joinAction, leaveAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('invitation')
  return { title: t('title') }
}

export default async function InvitationPage({ params }: PageProps<'/invitation/[token]'>) {
  const { token } = await params
  const [invitation, user, t] = await Promise.all([
    invitationOfToken(token),
    currentUser(),
    getTranslations('invitation'),
  ])
  if (!invitation) {
    return (
      <Page width="text">
        <h1>{t('title')}</h1>
        <Notice tone="warning" title={t('overTitle')}>
          <p>{t('over')}</p>
        </Notice>
      </Page>
    )
  }
  const { email, role, hubName, places, inviterName } = invitation
  return (
    <Page width="text">
      <h1>{t('title')}</h1>
      <p>{t('invited', { inviter: inviterName ?? t('somebody') })}</p>
      <p>{hubName ? t('roleIn', { role: roleWords[role], hub: hubName }) : t('role', { role: roleWords[role] })}</p>
      {places.length > 0 && (
        <>
          <p>{t('places')}</p>
          <ul>
            {places.map((place) => (
              <li key={place.id}>
                {place.name}, {place.communeName}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{t('email', { email })}</p>
      <AnswerLink
        path="/invitation"
        token={token}
        email={email}
        hasAccount={invitation.hasAccount}
        signedInAs={user?.email ?? null}
        accept={acceptAction}
        leave={leaveAction}
        words={{
          accept: t('accept'),
          toCorrect: t('toCorrect'),
          wrongAccount: t('wrongAccount', { current: user?.email ?? '' }),
          signOut: t('signOut'),
          known: t('hasAccount'),
          signIn: t('signIn'),
          newcomer: t('newcomer'),
        }}
      >
        <NewPasswordForm
          action={joinAction}
          token={token}
          email={email}
          title={t('toCorrect')}
          submit={t('join')}
          name={{ label: t('name'), hint: t('nameHint') }}
        />
      </AnswerLink>
    </Page>
  )
}
