'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import { startRoundAction } from './actions'

/** Lets the messages of the day leave at once. */
export function StartForm() {
  const t = useTranslations('coordination.freshness')
  const [state, action, isPending] = useActionState(startRoundAction, emptyFormState)
  return (
    <form action={action}>
      <FormOutcome state={state} title={t('refused')} id="messages" />
      <Button variant="quiet" disabled={isPending} aria-describedby="messages-du-jour">
        {t('startNow')}
      </Button>
      <p id="messages-du-jour">{t('startHint')}</p>
    </form>
  )
}
