'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import { sweepAction } from './actions'
import styles from './doublons.module.css'

/** Compares all the places now. */
export function SweepForm() {
  const t = useTranslations('coordination.duplicates')
  const [state, action, isPending] = useActionState(sweepAction, emptyFormState)
  return (
    <form action={action} className={styles.sweep}>
      <FormOutcome state={state} title={t('refused')} />
      <Button variant="secondary" disabled={isPending}>
        {t(isPending ? 'sweeping' : 'sweep')}
      </Button>
    </form>
  )
}
