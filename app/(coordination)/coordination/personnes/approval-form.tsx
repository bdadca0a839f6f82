'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import { setApprovalAction } from './actions'

/** Whether a hub answers the helpers of its départements who ask to join. */
export function ApprovalForm({ hub }: { hub: { id: string; name: string; approvesHelpers: boolean } }) {
  const t = useTranslations('coordination.people.joining')
  const [state, action, isPending] = useActionState(setApprovalAction, emptyFormState)
  const chosen = state.values.approvesHelpers?.[0] ?? (hub.approvesHelpers ? 'yes' : 'no')
  return (
    <form action={action} aria-label={t('settingsOf', { hub: hub.name })}>
      <FormOutcome state={state} title="" id={`accord-${hub.id}`} />
      <input type="hidden" name="hubId" value={hub.id} />
      <CheckboxGroup
        key={state.attempt}
        id={`accord-${hub.id}-choix`}
        name="approvesHelpers"
        type="radio"
        label={t('choice')}
        hint={t('hint')}
        error={state.errors.approvesHelpers}
        choices={(['no', 'yes'] as const).map((value) => ({ value, label: t(value) }))}
        defaultValues={[chosen]}
      />
      <Button variant="secondary" disabled={isPending}>
        {t('save')}
      </Button>
    </form>
  )
}
