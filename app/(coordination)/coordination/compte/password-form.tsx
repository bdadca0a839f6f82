'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { TextInput } from '@/components/ui/text-input'
import { emptyFormState } from '@/lib/form-state'
import { changePasswordAction } from './actions'

export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('account')
  const [state, action, isPending] = useActionState(changePasswordAction, emptyFormState)
  return (
    <form action={action} noValidate>
      <FormOutcome state={state} title={t('toCorrect')} id="resultat-mot-de-passe" />
      {/* So that password managers know whose password this is. */}
      <input type="text" name="email" value={email} autoComplete="username" readOnly hidden />
      <TextInput
        name="presentPassword"
        type="password"
        label={t('presentPassword')}
        error={state.errors.presentPassword}
        autoComplete="current-password"
        required
      />
      <TextInput
        name="password"
        type="password"
        label={t('password.next')}
        hint={t('password.rule')}
        error={state.errors.password}
        autoComplete="new-password"
        required
      />
      <TextInput
        name="confirmation"
        type="password"
        label={t('password.confirmation')}
        error={state.errors.confirmation}
        autoComplete="new-password"
        required
      />
      <Button variant="secondary" disabled={isPending}>
        {t('password.save')}
      </Button>
    </form>
  )
}
