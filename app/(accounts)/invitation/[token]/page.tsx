import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { invitationOfToken } from '@/lib/accounts/invitations/queries'
import { signInPath } from '@/lib/accounts/return-path'
import { roleWords } from '@/lib/accounts/role-words'
import { currentUser } from '@/lib/auth'
import { AcceptForm } from './accept-form'
import { leaveAction } from './actions'
import { JoinForm } from './join-form'

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
      <Answer token={token} email={email} hasAccount={invitation.hasAccount} signedInAs={user?.email ?? null} />
    </Page>
  )
}

interface AnswerProps {
  token: string
  email: string
  hasAccount: boolean
  signedInAs: string | null
}

/** What it takes to accept: one click, a sign-in, another account, or a first password. */
async function Answer({ token, email, hasAccount, signedInAs }: AnswerProps) {
  const t = await getTranslations('invitation')
  if (signedInAs !== null && signedInAs.toLowerCase() === email.toLowerCase()) return <AcceptForm token={token} />
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
        <p>{t('hasAccount')}</p>
        <ButtonLink href={signInPath(`/invitation/${encodeURIComponent(token)}`)}>{t('signIn')}</ButtonLink>
      </>
    )
  }
  return (
    <>
      <p>{t('newcomer')}</p>
      <JoinForm token={token} email={email} />
    </>
  )
}
