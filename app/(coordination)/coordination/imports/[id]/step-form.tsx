'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import { applyAction, correctMappingAction, retryAction, undoAction } from '../actions'

const actions = { apply: applyAction, correct: correctMappingAction, retry: retryAction, undo: undoAction }

interface Props {
  step: keyof typeof actions
  fields: Readonly<Record<string, string>>
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  describedBy?: string
  children: ReactNode
}

/** One button that takes an import a step on. */
export function StepForm({ step, fields, variant, describedBy, children }: Props) {
  const t = useTranslations('coordination.imports')
  const [state, action, isPending] = useActionState(actions[step], emptyFormState)
  return (
    <form action={action}>
      <FormOutcome state={state} title={t('refusedAction')} id={`resultat-${step}`} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button variant={variant} disabled={isPending} aria-describedby={describedBy}>
        {children}
      </Button>
    </form>
  )
}
