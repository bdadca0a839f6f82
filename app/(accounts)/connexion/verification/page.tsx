import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { localPath, signInPath } from '@/lib/accounts/return-path'
import { secondFactorsOf } from '@/lib/accounts/second-factor/queries'
import { signedIn } from '@/lib/auth'
import styles from '../second-facteur/second-factor.module.css'
import { SignOutForm } from '../sign-out-form'
import { CodeForm } from './code-form'
import { PasskeyForm } from './passkey-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.verify')
  return { title: t('title') }
}

/** The second step of signing in, for an account that has chosen one. */
export default async function SecondStepPage({ searchParams }: PageProps<'/connexion/verification'>) {
  const { retour } = await searchParams
  const returnTo = localPath(Array.isArray(retour) ? retour[0] : retour)
  const signed = await signedIn()
  if (!signed) redirect(signInPath(returnTo))
  if (signed.step !== 'VERIFY') redirect(returnTo)
  const t = await getTranslations('account.verify')
  const { hasTotp, passkeys } = await secondFactorsOf(signed.user.id)
  return (
    <Page width="text">
      <h1>{t('title')}</h1>
      <p>{t('intro', { email: signed.user.email })}</p>
      {passkeys.length > 0 && (
        <section className={styles.way} aria-labelledby="cle">
          <h2 id="cle">{t('passkeyTitle')}</h2>
          <PasskeyForm returnTo={returnTo} />
        </section>
      )}
      <section className={styles.way} aria-labelledby="avec-code">
        <h2 id="avec-code">{t('codeTitle')}</h2>
        <CodeForm returnTo={returnTo} hasTotp={hasTotp} />
      </section>
      <p>{t('lost')}</p>
      <SignOutForm />
    </Page>
  )
}
