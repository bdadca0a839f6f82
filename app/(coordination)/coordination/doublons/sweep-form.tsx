'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import { sweepAction } from './actions'

/** Asks for all the places to be compared now. */
export function SweepForm() {
  const t = useTranslations('coordination.duplicates')
  const [state, action, isPending] = useActionState(sweepAction, emptyFormState)
  return (
    <form action={action}>
      <FormOutcome state={state} title={t('refused')} />
      <Button variant="secondary" disabled={isPending}>
        {t('sweep')}
      </Button>
    </form>
  )
}
