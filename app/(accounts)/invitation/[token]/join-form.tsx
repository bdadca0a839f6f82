'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { TextInput } from '@/components/ui/text-input'
import { emptyFormState, firstValue } from '@/lib/form-state'
import { joinAction } from './actions'

/** The name and the password of whoever has no account yet. */
export function JoinForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations()
  const [state, action, isPending] = useActionState(joinAction, emptyFormState)
  return (
    <form action={action} noValidate>
      <FormOutcome state={state} title={t('invitation.toCorrect')} />
      <input type="hidden" name="token" value={token} />
      {/* So that password managers know whose password this is. */}
      <input type="text" name="email" value={email} autoComplete="username" readOnly hidden />
      <TextInput
        key={state.attempt}
        name="name"
        label={t('invitation.name')}
        hint={t('invitation.nameHint')}
        error={state.errors.name}
        defaultValue={firstValue(state.values, 'name')}
        autoComplete="name"
        required
      />
      <TextInput
        name="password"
        type="password"
        label={t('connexion.newPassword')}
        hint={t('connexion.passwordRule')}
        error={state.errors.password}
        autoComplete="new-password"
        required
      />
      <TextInput
        name="confirmation"
        type="password"
        label={t('connexion.confirmation')}
        error={state.errors.confirmation}
        autoComplete="new-password"
        required
      />
      <Button disabled={isPending}>{t('invitation.join')}</Button>
    </form>
  )
}
