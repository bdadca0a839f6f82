'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { FormOutcome } from '@/components/ui/form-outcome'
import { Textarea } from '@/components/ui/textarea'
import { emptyFormState, firstValue } from '@/lib/form-state'
import { messageAction } from './actions'

/** A word to the place about the appointment. */
export function MessageForm({ id }: { id: string }) {
  const t = useTranslations('referral.one')
  const [state, action, isPending] = useActionState(messageAction, emptyFormState)
  return (
    <Disclosure summary={t('message.title')} icon="mail" open={state.attempt > 0}>
      <FormOutcome state={state} title={t('toCorrect')} id="message" />
      <form action={action} key={state.attempt} autoComplete="off" noValidate>
        <input type="hidden" name="id" value={id} />
        <Textarea
          name="words"
          label={t('message.label')}
          hint={t('message.hint')}
          error={state.errors.words}
          defaultValue={firstValue(state.values, 'words')}
          rows={3}
          maxLength={500}
        />
        <Button variant="secondary" disabled={isPending}>
          {t('message.submit')}
        </Button>
      </form>
    </Disclosure>
  )
}
