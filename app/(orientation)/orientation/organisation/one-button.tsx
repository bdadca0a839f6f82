'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState, type FormState } from '@/lib/form-state'

interface Props {
  action: (previous: FormState, form: FormData) => Promise<FormState>
  id: string
  /** What it does, in full */
  label: string
  children: ReactNode
}

/** A button that does one thing to one line, and what came of it. */
export function OneButton({ action, id, label, children }: Props) {
  const t = useTranslations('organisation')
  const [state, act, isPending] = useActionState(action, emptyFormState)
  return (
    <form action={act}>
      <FormOutcome state={state} title={t('notDone')} id={`resultat-${id}`} />
      <input type="hidden" name="id" value={id} />
      <Button variant="quiet" aria-label={label} disabled={isPending}>
        {children}
      </Button>
    </form>
  )
}
