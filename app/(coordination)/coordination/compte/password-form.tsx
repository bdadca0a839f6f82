'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { NewPassword, PasswordOwner } from '@/components/account/new-password'
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
      <PasswordOwner email={email} />
      <TextInput
        name="presentPassword"
        type="password"
        label={t('presentPassword')}
        error={state.errors.presentPassword}
        autoComplete="current-password"
        required
      />
      <NewPassword state={state} />
      <Button variant="secondary" disabled={isPending}>
        {t('password.save')}
      </Button>
    </form>
  )
}
