import { useFormatter, useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { OneButtonForm } from '@/components/ui/one-button-form'
import { stepPath } from '@/lib/accounts/return-path'
import type { SecondFactors as Listed } from '@/lib/accounts/second-factor/queries'
import { ConfirmIdentityForm } from '../../../(accounts)/connexion/second-facteur/confirm-identity-form'
import styles from './account.module.css'
import { removePasskeyAction, removeTotpAction } from './actions'
import { RenewForm } from './renew-form'

interface Props {
  factors: Listed
  /** It was made sure lately that it is she: until then, nothing here may change. */
  isSure: boolean
  /** The page to come back to */
  path: string
}

/** What the account asks for besides the password, and what opens it when that is lost. */
export function SecondFactors({ factors: { hasTotp, passkeys, backupCodes }, isSure, path }: Props) {
  const t = useTranslations('account.factors')
  const format = useFormatter()
  const day = (at: Date) => format.dateTime(at, { dateStyle: 'long' })
  const hasAny = hasTotp || passkeys.length > 0
  return (
    <>
      {!hasAny && <p>{t('none')}</p>}
      <ul className={styles.rows}>
        {hasTotp && (
          <li>
            <span>{t('totp')}</span>
            {isSure && (
              <OneButtonForm
                action={removeTotpAction}
                outcomeId="resultat-totp"
                variant="quiet"
                aria-label={t('removeNamed', { name: t('totp') })}
              >
                {t('remove')}
              </OneButtonForm>
            )}
          </li>
        )}
        {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
          <li key={id}>
            <span>
              {name}
              <span className={styles.soft}>
                {t('created', { date: day(createdAt) })}
                {lastUsedAt && `, ${t('used', { date: day(lastUsedAt) })}`}
              </span>
            </span>
            {isSure && (
              <OneButtonForm
                action={removePasskeyAction}
                to={{ id }}
                outcomeId={`resultat-${id}`}
                variant="quiet"
                aria-label={t('removeNamed', { name })}
              >
                {t('remove')}
              </OneButtonForm>
            )}
          </li>
        ))}
      </ul>
      {isSure ? (
        <p>
          <ButtonLink href={stepPath('SET_UP', path)} variant="secondary">
            {t(hasAny ? 'change' : 'add')}
          </ButtonLink>
        </p>
      ) : (
        <ConfirmIdentityForm returnTo={path} idOfField="presentPassword-seconde-etape" />
      )}
      {hasAny && (
        <>
          <p>{t('backup', { count: backupCodes })}</p>
          {isSure && <RenewForm />}
        </>
      )}
    </>
  )
}
