'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { TextInput } from '@/components/ui/text-input'
import { emptyFormState, firstValue } from '@/lib/form-state'
import { bulkEditAction } from '../table-actions'

/** Says yes to a bulk edit that was looked at, with a reason for the history of each place. */
export function StartForm({ id, count }: { id: string; count: number }) {
  const t = useTranslations('coordination.table.edit')
  const [state, action, isPending] = useActionState(bulkEditAction, emptyFormState)
  return (
    <form action={action}>
      <FormOutcome state={state} title={t('refused')} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="intent" value="start" />
      {count > 0 && (
        <TextInput
          key={state.attempt}
          name="reason"
          label={t('reason')}
          hint={t('reasonHint')}
          maxLength={300}
          defaultValue={firstValue(state.values, 'reason')}
          error={state.errors.reason}
        />
      )}
      {count > 0 && <Button disabled={isPending}>{t('start', { count })}</Button>}{' '}
      <ButtonLink variant="quiet" href="/coordination/lieux">
        {t('back')}
      </ButtonLink>
    </form>
  )
}

/** Takes a bulk edit back, as a whole. */
export function UndoForm({ id, count }: { id: string; count: number }) {
  const t = useTranslations('coordination.table.edit')
  const [state, action, isPending] = useActionState(bulkEditAction, emptyFormState)
  return (
    <form action={action}>
      <FormOutcome state={state} title={t('refused')} />
      <input type="hidden" name="id" value={id} />
      <p>{t('undoMeans', { count })}</p>
      <Button variant="secondary" name="intent" value="undo" disabled={isPending}>
        {t('undo')}
      </Button>
    </form>
  )
}
