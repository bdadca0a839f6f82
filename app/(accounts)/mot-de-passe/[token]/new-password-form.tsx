'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { NewPassword, PasswordOwner } from '@/components/account/new-password'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import { setPasswordAction } from './actions'

export function NewPasswordForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('connexion')
  const [state, action, isPending] = useActionState(setPasswordAction, emptyFormState)
  return (
    <form action={action} noValidate>
      <FormOutcome state={state} title={t('toCorrect')} />
      <input type="hidden" name="token" value={token} />
      <PasswordOwner email={email} />
      <NewPassword state={state} />
      <Button disabled={isPending}>{t('setPassword')}</Button>
    </form>
  )
}
