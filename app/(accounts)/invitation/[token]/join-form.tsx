'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { NewPassword, PasswordOwner } from '@/components/account/new-password'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { TextInput } from '@/components/ui/text-input'
import { emptyFormState, firstValue } from '@/lib/form-state'
import { joinAction } from './actions'

/** The name and the password of whoever has no account yet. */
export function JoinForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('invitation')
  const [state, action, isPending] = useActionState(joinAction, emptyFormState)
  return (
    <form action={action} noValidate>
      <FormOutcome state={state} title={t('toCorrect')} />
      <input type="hidden" name="token" value={token} />
      <PasswordOwner email={email} />
      <TextInput
        key={state.attempt}
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        error={state.errors.name}
        defaultValue={firstValue(state.values, 'name')}
        autoComplete="name"
        required
      />
      <NewPassword state={state} />
      <Button disabled={isPending}>{t('join')}</Button>
    </form>
  )
}
