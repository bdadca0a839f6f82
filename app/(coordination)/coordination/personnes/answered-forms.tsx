'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState, firstValue } from '@/lib/form-state'
import { changeAgreementAction } from './actions'
import styles from './people.module.css'

interface Props {
  answers: readonly { id: string; structure: string; isYes: boolean; told: ReactNode }[]
}

/** Buttons that turn each answer, folded away; without JavaScript too, a refusal is seen beside its button. */
export function AnsweredForms({ answers }: Props) {
  const t = useTranslations('coordination.people.answered')
  const [state, action, isPending] = useActionState(changeAgreementAction, emptyFormState)
  const sent = firstValue(state.values, 'id')
  return (
    <Disclosure summary={t('title')} open={state.attempt > 0}>
      <p>{t('intro')}</p>
      <ul className={styles.pending}>
        {answers.map(({ id, structure, isYes, told }) => (
          <li key={id}>
            <p id={`structure-${id}`}>
              <strong>{structure}</strong>
            </p>
            {told}
            <form action={action}>
              <FormOutcome state={id === sent ? state : emptyFormState} title={t('notDone')} id={`accord-${id}`} />
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="decision" value={isYes ? 'refuse' : 'accept'} />
              <Button variant="secondary" disabled={isPending} aria-describedby={`structure-${id}`}>
                {t(isYes ? 'withdraw' : 'give')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
