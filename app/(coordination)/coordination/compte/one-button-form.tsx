'use client'

import { type ReactNode, useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState, type FormState } from '@/lib/form-state'
import { BackupCodes } from '../../../(accounts)/connexion/second-facteur/backup-codes'

interface Props {
  action: (previous: FormState, form: FormData) => Promise<FormState>
  /** What it is done to, when there are several */
  id?: string
  /** What the button does, in full, where its words alone are not enough */
  label?: string
  children: ReactNode
}

/** A button that does one thing, and what came of it. */
export function OneButtonForm({ action, id, label, children }: Props) {
  const [state, act, isPending] = useActionState(action, emptyFormState)
  return (
    <form action={act}>
      <FormOutcome state={state} title="" id={`resultat-${id ?? 'bouton'}`} />
      {state.codes && <BackupCodes codes={state.codes} />}
      {id && <input type="hidden" name="id" value={id} />}
      <Button variant="quiet" aria-label={label} disabled={isPending}>
        {children}
      </Button>
    </form>
  )
}
