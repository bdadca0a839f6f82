'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import { removeAction } from '../actions'

/** Gives an import up before anything of it was written. */
export function RemoveForm({ id }: { id: string }) {
  const t = useTranslations('coordination.imports')
  const [state, action, isPending] = useActionState(removeAction, emptyFormState)
  return (
    <form action={action}>
      <FormOutcome state={state} title={t('refusedAction')} id="abandon" />
      <input type="hidden" name="id" value={id} />
      <Button variant="quiet" disabled={isPending}>
        {t('abandon')}
      </Button>
    </form>
  )
}
