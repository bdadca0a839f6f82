import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { secondFactorsOf } from '@/lib/accounts/second-factor/queries'
import { isConfirmed, listSessions, waysIn } from '@/lib/accounts/sessions/queries'
import { proConnectSettings } from '@/lib/proconnect/settings'
import { requireSession } from '../../require-user'
import styles from './account.module.css'
import { NameForm } from './name-form'
import { PasswordForm } from './password-form'
import { SecondFactors } from './second-factors'
import { Sessions } from './sessions'

/** What has just been done, by what the address says. */
const done = {
  nom: 'identity.saved',
  'mot-de-passe': 'password.saved',
  retrait: 'factors.removed',
  session: 'sessions.closed',
  sessions: 'sessions.othersClosed',
} as const

interface Props {
  /** Where the page stands: at the coordination, or at the helpers' desk */
  path: string
  fait: string | string[] | undefined
}

/** One's own account, which is the same at either desk. */
export async function AccountView({ path, fait }: Props) {
  const { user, sessionId, openedAt, isDemo, hasSecondFactor } = await requireSession(path)
  const [factors, sessions, ways, isSure, t] = await Promise.all([
    secondFactorsOf(user.id),
    listSessions(user.id, sessionId),
    waysIn(user.id),
    isConfirmed({ sessionId, openedAt }),
    getTranslations('account'),
  ])
  const news = typeof fait === 'string' && Object.hasOwn(done, fait) ? done[fait as keyof typeof done] : null
  return (
    <Page>
      <h1>{t('title')}</h1>
      {news && (
        <Notice tone="success" role="status">
          <p>{t(news)}</p>
        </Notice>
      )}
      {isDemo && (
        <Notice>
          <p>{t('demo')}</p>
        </Notice>
      )}
      <Section id="nom" title={t('identity.title')}>
        <p>{t('identity.email', { email: user.email })}</p>
        <NameForm name={user.name} />
      </Section>
      <Section id="seconde-etape" title={t('factors.title')}>
        <SecondFactors factors={factors} isSure={isSure} path={path} />
      </Section>
      <Section id="sessions" title={t('sessions.title')}>
        <Sessions sessions={sessions} hasSecondFactor={hasSecondFactor} />
      </Section>
      <Section id="mot-de-passe" title={t('password.title')}>
        {ways.hasPassword ? (
          <PasswordForm email={user.email} />
        ) : (
          <p>
            {t('password.none')} <a href="/mot-de-passe/oublie">{t('password.ask')}</a>
          </p>
        )}
      </Section>
      {proConnectSettings() && (
        <Section id="proconnect" title={t('proConnect.title')}>
          <p>{t(ways.hasProConnect ? 'proConnect.linked' : 'proConnect.notLinked')}</p>
        </Section>
      )}
    </Page>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
