'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import type { QueueItem } from '@/lib/proposals/queries'
import { answerAction } from './actions'

/** Takes up again what was answered. */
export function ReopenForm({ item: { kind, id, place }, labelledBy }: { item: QueueItem; labelledBy: string }) {
  const t = useTranslations('coordination.reports')
  const [state, action, isPending] = useActionState(answerAction, emptyFormState)
  return (
    <form action={action}>
      <FormOutcome state={state} title={t('toCorrect')} id={`reponse-${id}`} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={place.version} />
      <Button name="decision" value="reopen" variant="secondary" disabled={isPending} aria-describedby={labelledBy}>
        {t('reopen')}
      </Button>
    </form>
  )
}
