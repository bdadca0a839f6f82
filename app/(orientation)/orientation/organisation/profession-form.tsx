'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { TextInput } from '@/components/ui/text-input'
import { emptyFormState } from '@/lib/form-state'
import { professionAction } from './actions'

/** What somebody does there, in her words. */
export function ProfessionForm({ organisationId, profession }: { organisationId: string; profession: string }) {
  const t = useTranslations('organisation')
  const [state, action, isPending] = useActionState(professionAction, emptyFormState)
  const id = `metier-${organisationId}`
  return (
    <form action={action} noValidate>
      <FormOutcome
        state={{ ...state, errors: state.errors.profession ? { [id]: state.errors.profession } : {} }}
        title={t('notDone')}
        id={`resultat-${id}`}
      />
      <input type="hidden" name="organisationId" value={organisationId} />
      <TextInput
        key={state.attempt}
        id={id}
        name="profession"
        label={t('profession')}
        hint={t('professionHint')}
        error={state.errors.profession}
        defaultValue={state.values.profession?.[0] ?? profession}
        autoComplete="organization-title"
      />
      <Button variant="secondary" disabled={isPending}>
        {t('saveProfession')}
      </Button>
    </form>
  )
}
