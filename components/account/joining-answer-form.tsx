'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { FormOutcome } from '@/components/ui/form-outcome'
import { TextInput } from '@/components/ui/text-input'
import { emptyFormState, type FormAction, firstValue } from '@/lib/form-state'
import styles from './joining-answer-form.module.css'

interface Props {
  id: string
  name: string
  action: FormAction
}

/** Yes in one click; no with its reason, which the person reads. */
export function JoiningAnswerForm({ id, name, action }: Props) {
  const t = useTranslations('joining.asks')
  const [accepted, accept, isAccepting] = useActionState(action, emptyFormState)
  const [refused, refuse, isRefusing] = useActionState(action, emptyFormState)
  const isPending = isAccepting || isRefusing
  return (
    <div className={styles.answers}>
      <form action={accept}>
        <FormOutcome state={accepted} title={t('notDone')} id={`accord-${id}`} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="decision" value="accept" />
        <Button variant="secondary" disabled={isPending} aria-label={t('acceptNamed', { name })}>
          {t('accept')}
        </Button>
      </form>
      <Disclosure summary={t('refuseNamed', { name })} open={refused.attempt > 0}>
        <form action={refuse} noValidate>
          <FormOutcome
            state={{ ...refused, errors: refused.errors.reason ? { [`raison-${id}`]: refused.errors.reason } : {} }}
            title={t('notDone')}
            id={`refus-${id}`}
          />
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="decision" value="refuse" />
          <TextInput
            key={refused.attempt}
            id={`raison-${id}`}
            name="reason"
            label={t('reason')}
            hint={t('reasonHint')}
            error={refused.errors.reason}
            defaultValue={firstValue(refused.values, 'reason')}
            maxLength={300}
            required
          />
          <Button variant="secondary" disabled={isPending}>
            {t('refuse')}
          </Button>
        </form>
      </Disclosure>
    </div>
  )
}
