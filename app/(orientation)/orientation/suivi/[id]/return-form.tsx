'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import { returnSeatAction } from './seat-actions'

interface Props {
  referralId: string
  seatId: string
  title: string
  isWaiting: boolean
}

/** Gives a seat up, or leaves the waiting list. */
export function ReturnForm({ referralId, seatId, title, isWaiting }: Props) {
  const t = useTranslations('seats')
  const [state, action, isPending] = useActionState(returnSeatAction, emptyFormState)
  return (
    <form action={action}>
      <FormOutcome state={state} title={t('giveUpRefused')} id={`retour-${seatId}`} />
      <input type="hidden" name="referralId" value={referralId} />
      <input type="hidden" name="seatId" value={seatId} />
      <Button variant="quiet" disabled={isPending} aria-label={isWaiting ? undefined : t('giveUpThis', { title })}>
        {t(isWaiting ? 'leave' : 'giveUp')}
      </Button>
    </form>
  )
}
