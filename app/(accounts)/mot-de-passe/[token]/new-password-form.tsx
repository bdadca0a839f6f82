'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { TextInput } from '@/components/ui/text-input'
import { emptyFormState } from '@/lib/form-state'
import { setPasswordAction } from './actions'

export function NewPasswordForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('connexion')
  const [state, action, isPending] = useActionState(setPasswordAction, emptyFormState)
  return (
    <form action={action} noValidate>
      <FormOutcome state={state} title={t('toCorrect')} />
      <input type="hidden" name="token" value={token} />
      {/* So that password managers know whose password this is. */}
      <input type="text" name="email" value={email} autoComplete="username" readOnly hidden />
      <TextInput
        name="password"
        type="password"
        label={t('newPassword')}
        hint={t('passwordRule')}
        error={state.errors.password}
        autoComplete="new-password"
        required
      />
      <TextInput
        name="confirmation"
        type="password"
        label={t('confirmation')}
        error={state.errors.confirmation}
        autoComplete="new-password"
        required
      />
      <Button disabled={isPending}>{t('setPassword')}</Button>
    </form>
  )
}
