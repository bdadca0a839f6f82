'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { Select } from '@/components/ui/select'
import { emptyFormState, firstValue } from '@/lib/form-state'
import { confirmMonths, holdMonths } from '@/lib/freshness/delays'
import { saveDelaysAction } from './actions'

interface Props {
  hub: { id: string; name: string; confirmAfterMonths: number; holdAfterMonths: number | null }
}

/** When the listings of a hub are to be confirmed again, and when those that nobody confirms are withdrawn. */
export function DelaysForm({ hub }: Props) {
  const t = useTranslations('coordination.freshness')
  const [state, action, isPending] = useActionState(saveDelaysAction, emptyFormState)
  const options = (months: readonly number[]) =>
    months.map((count) => ({ value: String(count), label: t('months', { months: count }) }))
  const chosen = (name: 'confirmAfterMonths' | 'holdAfterMonths') =>
    state.attempt === 0 ? String(hub[name] ?? '') : firstValue(state.values, name)
  return (
    <form action={action} aria-label={t('settingsOf', { hub: hub.name })}>
      <FormOutcome state={state} title={t('refused')} id={`delais-${hub.id}`} />
      <input type="hidden" name="hubId" value={hub.id} />
      <div key={state.attempt}>
        <Select
          id={`${hub.id}-confirm`}
          name="confirmAfterMonths"
          label={t('confirmAfter')}
          hint={t('confirmAfterHint')}
          error={state.errors.confirmAfterMonths}
          options={options(confirmMonths)}
          defaultValue={chosen('confirmAfterMonths')}
        />
        <Select
          id={`${hub.id}-hold`}
          name="holdAfterMonths"
          label={t('holdAfter')}
          hint={t('holdAfterHint')}
          error={state.errors.holdAfterMonths}
          placeholder={t('never')}
          options={options(holdMonths)}
          defaultValue={chosen('holdAfterMonths')}
        />
      </div>
      <Button variant="secondary" disabled={isPending}>
        {t('save')}
      </Button>
    </form>
  )
}
