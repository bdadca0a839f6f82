'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { TextInput } from '@/components/ui/text-input'
import { emptyFormState } from '@/lib/form-state'
import { renameAction } from './actions'

export function NameForm({ name }: { name: string }) {
  const t = useTranslations('account')
  const [state, action, isPending] = useActionState(renameAction, emptyFormState)
  return (
    <form action={action} noValidate>
      <FormOutcome state={state} title={t('toCorrect')} id="resultat-nom" />
      <TextInput
        key={state.attempt}
        name="name"
        label={t('identity.name')}
        error={state.errors.name}
        defaultValue={state.values.name?.[0] ?? name}
        autoComplete="name"
        required
      />
      <Button variant="secondary" disabled={isPending}>
        {t('identity.save')}
      </Button>
    </form>
  )
}
