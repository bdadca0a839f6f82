'use client'

import { startAuthentication } from '@simplewebauthn/browser'
import { useTranslations } from 'next-intl'
import { startTransition, useActionState, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { Notice } from '@/components/ui/notice'
import { emptyFormState } from '@/lib/form-state'
import { useWebAuthn } from '../use-webauthn'
import { askForPasskeyAction, passByPasskeyAction } from './actions'

/** Asks the browser for a passkey: without scripts, a backup code is the way. */
export function PasskeyForm({ returnTo }: { returnTo: string }) {
  const t = useTranslations('account')
  const [state, action, isPending] = useActionState(passByPasskeyAction, emptyFormState)
  const [isUnanswered, setUnanswered] = useState(false)
  const isSupported = useWebAuthn()

  async function answer() {
    setUnanswered(false)
    try {
      const optionsJSON = await askForPasskeyAction()
      if (!optionsJSON) return window.location.reload()
      const form = new FormData()
      form.set('returnTo', returnTo)
      form.set('response', JSON.stringify(await startAuthentication({ optionsJSON })))
      startTransition(() => action(form))
    } catch {
      setUnanswered(true)
    }
  }

  return (
    <>
      <FormOutcome state={state} title={t('toCorrect')} id="resultat-cle" />
      {isUnanswered && (
        <Notice tone="error" role="alert">
          <p>{t('setUp.passkeyUnanswered')}</p>
        </Notice>
      )}
      {isSupported ? (
        <p>
          <Button type="button" onClick={answer} disabled={isPending}>
            {t('verify.passkey')}
          </Button>
        </p>
      ) : (
        <p>{t('verify.passkeyNeedsScript')}</p>
      )}
    </>
  )
}
