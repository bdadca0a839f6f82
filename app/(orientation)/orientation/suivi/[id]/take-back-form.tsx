'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import { takeBackAction } from './voucher-actions'

interface Props {
  referralId: string
  bookletId: string
  vouchers: number
}

/** For a booklet that was noted by mistake. */
export function TakeBackForm({ referralId, bookletId, vouchers }: Props) {
  const t = useTranslations('vouchers')
  const [state, action, isPending] = useActionState(takeBackAction, emptyFormState)
  return (
    <form action={action}>
      <FormOutcome state={state} title={t('notSaved')} id={`resultat-${bookletId}`} />
      <input type="hidden" name="id" value={referralId} />
      <input type="hidden" name="bookletId" value={bookletId} />
      <Button variant="quiet" aria-label={t('takeBackNamed', { count: vouchers })} disabled={isPending}>
        {t('takeBack')}
      </Button>
    </form>
  )
}
