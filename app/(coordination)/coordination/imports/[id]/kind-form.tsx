'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import type { Doubt } from '@/lib/imports/uploads/schema'
import { decideKindAction } from '../actions'
import styles from './import.module.css'

interface Props {
  id: string
  kind: 'ADDED' | 'CHANGED' | 'DOUBTFUL'
  doubt: Doubt | null
  count: number
}

/** Takes or leaves all the rows of a kind at once. */
export function KindForm({ id, kind, doubt, count }: Props) {
  const t = useTranslations('coordination.imports')
  const [state, action, isPending] = useActionState(decideKindAction, emptyFormState)
  return (
    <form action={action}>
      <FormOutcome state={state} title={t('refusedAction')} id="toutes" />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="doubt" value={doubt ?? ''} />
      <div className={styles.actions}>
        <Button variant="secondary" name="intent" value="take" disabled={isPending}>
          {t('takeAll', { count })}
        </Button>
        <Button variant="secondary" name="intent" value="leave" disabled={isPending}>
          {t('leaveAll', { count })}
        </Button>
      </div>
    </form>
  )
}
