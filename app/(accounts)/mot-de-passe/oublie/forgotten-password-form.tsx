'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { TextInput } from '@/components/ui/text-input'
import { emptyFormState, firstValue } from '@/lib/form-state'
import { forgottenPasswordAction } from './actions'

export function ForgottenPasswordForm() {
  const t = useTranslations('connexion')
  const [state, action, isPending] = useActionState(forgottenPasswordAction, emptyFormState)
  return (
    <form action={action} noValidate>
      <FormOutcome state={state} title={t('toCorrect')} />
      <TextInput
        key={state.attempt}
        name="email"
        type="email"
        label={t('email')}
        error={state.errors.email}
        defaultValue={firstValue(state.values, 'email')}
        autoComplete="username"
        required
      />
      <Button disabled={isPending}>{t('sendLink')}</Button>
    </form>
  )
}
