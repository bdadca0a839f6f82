'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { TextInput } from '@/components/ui/text-input'
import { emptyFormState, firstValue } from '@/lib/form-state'
import { inviteAction } from './actions'

/** The address of a colleague, who gets a link. */
export function InviteForm({ organisationId }: { organisationId: string }) {
  const t = useTranslations('organisation')
  const [state, action, isPending] = useActionState(inviteAction, emptyFormState)
  const id = `email-${organisationId}`
  return (
    <form action={action} noValidate>
      <FormOutcome
        state={{ ...state, errors: state.errors.email ? { [id]: state.errors.email } : {} }}
        title={t('inviteToCorrect')}
        id={`invitation-${organisationId}`}
      />
      <input type="hidden" name="organisationId" value={organisationId} />
      <TextInput
        key={state.attempt}
        id={id}
        name="email"
        type="email"
        label={t('email')}
        error={state.errors.email}
        defaultValue={firstValue(state.values, 'email')}
        autoComplete="off"
        required
      />
      <Button variant="secondary" disabled={isPending}>
        {t('send')}
      </Button>
    </form>
  )
}
