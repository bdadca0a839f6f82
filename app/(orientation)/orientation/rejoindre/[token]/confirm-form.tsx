'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import { confirmAction } from '../actions'

/** One button, for whoever is signed in with the address. */
export function ConfirmForm({ token }: { token: string }) {
  const t = useTranslations('joining')
  const [state, action, isPending] = useActionState(confirmAction, emptyFormState)
  return (
    <form action={action}>
      <FormOutcome state={state} title={t('toCorrect')} />
      <input type="hidden" name="token" value={token} />
      <Button disabled={isPending}>{t('accept')}</Button>
    </form>
  )
}
