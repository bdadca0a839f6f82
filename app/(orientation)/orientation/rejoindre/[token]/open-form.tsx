'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { NewPassword, PasswordOwner } from '@/components/account/new-password'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import { openAction } from '../actions'

/** The password of whoever has no account yet. */
export function OpenForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('joining')
  const account = useTranslations('account')
  const [state, action, isPending] = useActionState(openAction, emptyFormState)
  return (
    <form action={action} noValidate>
      <FormOutcome state={state} title={account('toCorrect')} />
      <input type="hidden" name="token" value={token} />
      <PasswordOwner email={email} />
      <NewPassword state={state} />
      <Button disabled={isPending}>{t('open')}</Button>
    </form>
  )
}
