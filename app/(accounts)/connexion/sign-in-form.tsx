'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { TextInput } from '@/components/ui/text-input'
import { emptyFormState, firstValue } from '@/lib/form-state'
import { signInAction } from './actions'

export function SignInForm({ returnTo }: { returnTo: string }) {
  const t = useTranslations('connexion')
  const [state, action, isPending] = useActionState(signInAction, emptyFormState)
  return (
    <form action={action} noValidate>
      <FormOutcome state={state} title={t('toCorrect')} />
      <input type="hidden" name="returnTo" value={returnTo} />
      <TextInput
        name="email"
        type="email"
        label={t('email')}
        error={state.errors.email}
        defaultValue={firstValue(state.values, 'email')}
        autoComplete="username"
        required
      />
      <TextInput
        name="password"
        type="password"
        label={t('password')}
        error={state.errors.password}
        autoComplete="current-password"
        required
      />
      <p>
        <Button disabled={isPending}>{t('signIn')}</Button>
      </p>
      <p>
        <a href="/mot-de-passe/oublie">{t('forgotten')}</a>
      </p>
      <p>{t('noPassword')}</p>
      <p>{t.rich('helper', { link: (words) => <a href="/orientation/rejoindre">{words}</a> })}</p>
    </form>
  )
}
