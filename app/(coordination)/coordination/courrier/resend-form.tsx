'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import { resendMailAction } from './actions'

/** Sends again a message that was set aside; `labelledBy` is its subject. */
export function ResendForm({ id, labelledBy }: { id: string; labelledBy: string }) {
  const t = useTranslations('coordination.mail')
  const [state, action, isPending] = useActionState(resendMailAction, emptyFormState)
  return (
    <form action={action}>
      <FormOutcome state={state} title={t('refused')} id={`renvoi-${id}`} />
      <input type="hidden" name="id" value={id} />
      <Button variant="secondary" disabled={isPending} aria-describedby={labelledBy}>
        {t('again')}
      </Button>
    </form>
  )
}
