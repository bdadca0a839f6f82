'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState, firstValue } from '@/lib/form-state'
import type { AnswerActions, AnswerTo } from './actions'

/**
 * One of several forms of a page: what it shows again, under ids of its own.
 *
 * @param name begins its ids
 */
export function useAnswerForm(action: AnswerActions[keyof AnswerActions], to: AnswerTo, name: string) {
  const t = useTranslations('reception.answer')
  const [state, submit, isPending] = useActionState(action, emptyFormState)
  const { attempt, values } = state
  const errors = Object.fromEntries(Object.entries(state.errors).map(([part, error]) => [`${name}-${part}`, error]))
  return {
    attempt,
    isPending,
    values,
    /** What a field shows: what was typed last, else `initial` */
    field: (part: string, initial = '') => ({
      name: part,
      id: `${name}-${part}`,
      error: state.errors[part],
      defaultValue: attempt > 0 ? firstValue(values, part) : initial,
    }),
    outcome: <FormOutcome state={{ ...state, errors }} title={t('toCorrect')} id={name} />,
    /** With `attempt` for a key, so that fields take what is given back */
    form: { action: submit, autoComplete: 'off', noValidate: true } as const,
    hidden: (
      <>
        <input type="hidden" name="id" value={to.id} />
        <input type="hidden" name="version" value={firstValue(values, 'version') || to.version} />
        {to.token && <input type="hidden" name="token" value={to.token} />}
      </>
    ),
  }
}
