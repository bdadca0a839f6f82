'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import { answerReportAction } from './actions'
import styles from './reports.module.css'

interface Props {
  id: string
  isOpen: boolean
  /** The report, as a screen reader names it beside each button. */
  labelledBy: string
}

/** What one may answer to a report. */
export function AnswerForm({ id, isOpen, labelledBy }: Props) {
  const t = useTranslations('coordination.reports')
  const [state, action, isPending] = useActionState(answerReportAction, emptyFormState)
  return (
    <form action={action} className={styles.answers}>
      <FormOutcome state={state} title={t('refusedAnswer')} id={`reponse-${id}`} />
      <input type="hidden" name="id" value={id} />
      {(isOpen ? (['DONE', 'REFUSED'] as const) : (['OPEN'] as const)).map((status) => (
        <Button
          key={status}
          name="status"
          value={status}
          variant="secondary"
          disabled={isPending}
          aria-describedby={labelledBy}
        >
          {t(`mark.${status}`)}
        </Button>
      ))}
    </form>
  )
}
