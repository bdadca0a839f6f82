'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import { acceptAction } from './actions'

/** One button, for whoever is signed in with the invited address. */
export function AcceptForm({ token }: { token: string }) {
  const t = useTranslations('invitation')
  const [state, action, isPending] = useActionState(acceptAction, emptyFormState)
  return (
    <form action={action}>
      <FormOutcome state={state} title={t('toCorrect')} />
      <input type="hidden" name="token" value={token} />
      <Button disabled={isPending}>{t('accept')}</Button>
    </form>
  )
}
