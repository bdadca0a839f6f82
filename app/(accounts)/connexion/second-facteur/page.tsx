import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { localPath, signInPath, stepPath } from '@/lib/accounts/return-path'
import { pendingTotpSecret, secondFactorsOf } from '@/lib/accounts/second-factor/queries'
import { spacedSecret, totpUri } from '@/lib/accounts/second-factor/totp'
import { isConfirmed } from '@/lib/accounts/sessions/queries'
import { signedIn } from '@/lib/auth'
import { qrCode } from '@/lib/qr-code'
import { SignOutForm } from '../sign-out-form'
import { ConfirmIdentityForm } from './confirm-identity-form'
import { PasskeyForm } from './passkey-form'
import styles from './second-factor.module.css'
import { TotpForm } from './totp-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.setUp')
  return { title: t('title') }
}

/** Where a second factor is chosen: at the first sign-in of whoever must have one, and later by anybody. */
export default async function SetUpPage({ searchParams }: PageProps<'/connexion/second-facteur'>) {
  const { retour } = await searchParams
  const returnTo = localPath(Array.isArray(retour) ? retour[0] : retour)
  const signed = await signedIn()
  if (!signed) redirect(signInPath(returnTo))
  if (signed.step === 'VERIFY') redirect(stepPath('VERIFY', stepPath('SET_UP', returnTo)))
  const { user, step, mustHaveOne } = signed
  const t = await getTranslations('account')
  const isSure = await isConfirmed(signed)
  const [{ hasTotp }, secret] = await Promise.all([
    secondFactorsOf(user.id),
    isSure ? pendingTotpSecret(user.id) : null,
  ])
  const pending = secret === null ? null : { code: qrCode(totpUri(secret, user.email)), secret: spacedSecret(secret) }
  return (
    <Page width="text">
      <h1>{t('setUp.title')}</h1>
      <p>{t(mustHaveOne ? 'setUp.must' : 'setUp.may')}</p>
      {isSure ? (
        <>
          {step === 'SET_UP' && <p>{t('setUp.choose')}</p>}
          <section className={styles.way} aria-labelledby="application">
            <h2 id="application">{t('setUp.totpTitle')}</h2>
            <TotpForm returnTo={returnTo} pending={pending} hasTotp={hasTotp} />
          </section>
          <section className={styles.way} aria-labelledby="cle">
            <h2 id="cle">{t('setUp.passkeyTitle')}</h2>
            <PasskeyForm returnTo={returnTo} />
          </section>
        </>
      ) : (
        <ConfirmIdentityForm returnTo={stepPath('SET_UP', returnTo)} />
      )}
      {step === 'SET_UP' ? (
        <SignOutForm />
      ) : (
        <p>
          <ButtonLink href={returnTo} variant="quiet">
            {t('setUp.back')}
          </ButtonLink>
        </p>
      )}
    </Page>
  )
}
