'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { TextInput } from '@/components/ui/text-input'
import { emptyFormState } from '@/lib/form-state'
import type { QrCode } from '@/lib/qr-code'
import { confirmTotpAction, startTotpAction } from './actions'
import { Adopted } from './adopted'
import styles from './second-factor.module.css'

interface Props {
  returnTo: string
  /** What an application has to take; null until one is asked for. */
  pending: { code: QrCode; secret: string } | null
  /** One is there already, which another would replace. */
  hasTotp: boolean
}

/** Sets an application up: by photographing the image, or by typing what it says. */
export function TotpForm({ returnTo, pending, hasTotp }: Props) {
  const t = useTranslations('account.setUp')
  const [started, start, isStarting] = useActionState(startTotpAction, emptyFormState)
  const [state, action, isPending] = useActionState(confirmTotpAction, emptyFormState)
  if (state.codes) return <Adopted codes={state.codes} returnTo={returnTo} />
  if (!pending) {
    return (
      <form action={start}>
        <FormOutcome state={started} title={t('code')} id="resultat-application" />
        <p>{t(hasTotp ? 'totpReplace' : 'totpAbout')}</p>
        <input type="hidden" name="returnTo" value={returnTo} />
        <Button disabled={isStarting}>{t('start')}</Button>
      </form>
    )
  }
  const { size, path } = pending.code
  return (
    <form action={action} noValidate>
      <FormOutcome state={state} title={t('code')} id="resultat-application" />
      <p>{t(hasTotp ? 'totpReplace' : 'totpAbout')}</p>
      <p>{t('scan')}</p>
      <svg className={styles.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('qr')}>
        <path className={styles.paper} d={`M0 0h${size}v${size}H0z`} />
        <path d={path} shapeRendering="crispEdges" />
      </svg>
      <p>{t('type')}</p>
      <code className={styles.secret}>{pending.secret}</code>
      <TextInput
        key={state.attempt}
        name="code"
        label={t('code')}
        hint={t('codeHint')}
        error={state.errors.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
      />
      <Button disabled={isPending}>{t('confirm')}</Button>
    </form>
  )
}
