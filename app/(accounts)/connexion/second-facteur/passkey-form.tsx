'use client'

import { startRegistration } from '@simplewebauthn/browser'
import { useTranslations } from 'next-intl'
import { type FormEvent, startTransition, useActionState, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { Notice } from '@/components/ui/notice'
import { TextInput } from '@/components/ui/text-input'
import { emptyFormState } from '@/lib/form-state'
import { useWebAuthn } from '../use-webauthn'
import { addPasskeyAction, offerPasskeyAction } from './actions'
import { Adopted } from './adopted'

/** Lets the browser make a passkey; without scripts, an application is the way. */
export function PasskeyForm({ returnTo }: { returnTo: string }) {
  const t = useTranslations('account.setUp')
  const [state, action, isPending] = useActionState(addPasskeyAction, emptyFormState)
  const [isUnanswered, setUnanswered] = useState(false)
  const isSupported = useWebAuthn()
  if (state.codes) return <Adopted codes={state.codes} returnTo={returnTo} />
  if (!isSupported) {
    return (
      <>
        <p>{t('passkeyAbout')}</p>
        <p>{t('passkeyNeedsScript')}</p>
      </>
    )
  }

  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setUnanswered(false)
    try {
      const optionsJSON = await offerPasskeyAction()
      if (!optionsJSON) return window.location.reload()
      form.set('response', JSON.stringify(await startRegistration({ optionsJSON })))
      startTransition(() => action(form))
    } catch {
      setUnanswered(true)
    }
  }

  return (
    <form onSubmit={add} noValidate>
      <FormOutcome state={state} title={t('passkeyTitle')} id="resultat-cle" />
      <p>{t('passkeyAbout')}</p>
      {isUnanswered && (
        <Notice tone="error" role="alert">
          <p>{t('passkeyFailed')}</p>
        </Notice>
      )}
      <TextInput
        name="name"
        label={t('passkeyName')}
        hint={t('passkeyNameHint')}
        error={state.errors.name}
        maxLength={100}
        autoComplete="off"
      />
      <Button variant="secondary" disabled={isPending}>
        {t('addPasskey')}
      </Button>
    </form>
  )
}
