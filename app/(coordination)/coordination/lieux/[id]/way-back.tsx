'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import { historyAction } from '../actions'
import { WhyField, withWhyAt } from '../why-field'
import styles from './revision-list.module.css'

interface Props {
  place: { id: string; version: number }
  /** The version that the change led to */
  target: number
  isLast: boolean
  /** The place was added: that cannot be undone */
  isFirst: boolean
  isOpen: boolean
  /** What was changed */
  children: ReactNode
}

/** One change, and the form that undoes it, or takes the place back to what it was after it; open on a refusal. */
export function WayBack({ place: { id, version }, target, isLast, isFirst, isOpen, children }: Props) {
  const t = useTranslations('coordination.history')
  const [state, action, isPending] = useActionState(historyAction, emptyFormState)
  const whyId = `why-${target}`
  return (
    <details open={isOpen || state.attempt > 0}>
      {children}
      <form action={action} className={styles.back}>
        {/* The Enter key presses the first button of a form: this one does nothing. */}
        <button type="submit" disabled hidden />
        <FormOutcome state={withWhyAt(whyId, state)} title={t('refused')} id={`retour-${target}`} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="target" value={target} />
        <WhyField state={state} id={whyId} />
        {!isFirst && (
          <Button name="intent" value="undo" variant="quiet" disabled={isPending}>
            {t('undo')}
          </Button>
        )}
        {!isLast && (
          <Button name="intent" value="return" variant="quiet" disabled={isPending}>
            {t('return')}
          </Button>
        )}
      </form>
    </details>
  )
}
