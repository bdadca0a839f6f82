'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { Select } from '@/components/ui/select'
import { emptyFormState, type FormAction } from '@/lib/form-state'

interface Props {
  action: FormAction
  referralId: string
  /** Of a place without account */
  token?: string
  booklet: { id: string; vouchers: number; used: number }
}

/** How many sessions a booklet paid for, which a mistake may lower again. */
export function SessionsForm({ action, referralId, token, booklet: { id, vouchers, used } }: Props) {
  const t = useTranslations('vouchers')
  const [state, act, isPending] = useActionState(action, emptyFormState)
  const counts = Array.from({ length: vouchers + 1 }, (_, count) => String(count))
  return (
    <form action={act}>
      <FormOutcome state={state} title={t('notNoted')} id={`resultat-${id}`} />
      <input type="hidden" name="id" value={referralId} />
      <input type="hidden" name="bookletId" value={id} />
      <input type="hidden" name="seen" value={used} />
      {token && <input type="hidden" name="token" value={token} />}
      <Select
        key={`${state.attempt} ${used}`}
        id={`seances-${id}`}
        name="used"
        label={t('sessions')}
        hint={t('sessionsHint')}
        error={state.errors.used}
        options={counts.map((count) => ({ value: count, label: count }))}
        defaultValue={state.values.used?.[0] ?? String(used)}
      />
      <Button variant="secondary" aria-label={t('noteNamed', { count: vouchers })} disabled={isPending}>
        {t('note')}
      </Button>
    </form>
  )
}
