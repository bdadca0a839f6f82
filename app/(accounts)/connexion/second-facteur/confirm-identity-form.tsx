'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { TextInput } from '@/components/ui/text-input'
import { emptyFormState } from '@/lib/form-state'
import { confirmIdentityAction } from './actions'

/** Asks for the password again, long after signing in, before what opens the account may change. */
export function ConfirmIdentityForm({ returnTo, idOfField }: { returnTo: string; idOfField?: string }) {
  const t = useTranslations('account')
  const [state, action, isPending] = useActionState(confirmIdentityAction, emptyFormState)
  return (
    <form action={action} noValidate>
      <FormOutcome state={state} title={t('toCorrect')} id="resultat-identite" />
      <input type="hidden" name="returnTo" value={returnTo} />
      <TextInput
        name="presentPassword"
        id={idOfField}
        type="password"
        label={t('presentPassword')}
        hint={t('presentPasswordHint')}
        error={state.errors.presentPassword}
        autoComplete="current-password"
        required
      />
      <Button variant="secondary" disabled={isPending}>
        {t('continue')}
      </Button>
    </form>
  )
}
