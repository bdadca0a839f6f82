'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { FormOutcome } from '@/components/ui/form-outcome'
import { Textarea } from '@/components/ui/textarea'
import { emptyFormState, firstValue } from '@/lib/form-state'
import type { QueueItem, QueueKind } from '@/lib/proposals/queries'
import { answerAction } from './actions'
import { FieldChoice } from './field-choice'
import styles from './queue.module.css'

interface Props {
  item: QueueItem
  /** The list that she is on */
  from?: QueueKind
  /** What is answered, as a screen reader names it beside each button. */
  labelledBy: string
}

/** What one takes of a report or a proposal, a word to the person, and the decision. */
export function AnswerForm({ item: { kind, id, fields, place, email }, from, labelledBy }: Props) {
  const t = useTranslations('coordination.reports')
  const [state, action, isPending] = useActionState(answerAction, emptyFormState)
  const errors = Object.fromEntries(Object.entries(state.errors).map(([name, error]) => [`${id}-${name}`, error]))
  const choices = fields.map((field) => (
    <FieldChoice key={field.field} item={id} kind={kind} field={field} state={state} />
  ))
  return (
    <form action={action} noValidate>
      <FormOutcome state={{ ...state, errors }} title={t('toCorrect')} id={`reponse-${id}`} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={firstValue(state.values, 'version') || place.version} />
      {from && <input type="hidden" name="from" value={from} />}
      <div key={state.attempt}>
        {kind === 'report' && fields.length > 0 ? (
          <Disclosure summary={t('correctHere')} icon="pen" open={state.attempt > 0}>
            {choices}
          </Disclosure>
        ) : (
          choices
        )}
        {fields.some(({ field, isDone }) => field === 'address' && !isDone) && <p>{t('checkPosition')}</p>}
        {email && (
          <Textarea
            id={`${id}-word`}
            name="word"
            label={t('word')}
            hint={t('wordHint', { email })}
            error={state.errors.word}
            defaultValue={firstValue(state.values, 'word')}
            maxLength={2000}
            rows={2}
          />
        )}
      </div>
      {!email && kind !== 'import' && <p className={styles.soft}>{t('noAddress')}</p>}
      <p className={styles.answers}>
        <Button name="decision" value="accept" disabled={isPending} aria-describedby={labelledBy}>
          {t(`accept.${kind}`)}
        </Button>
        <Button name="decision" value="refuse" variant="secondary" disabled={isPending} aria-describedby={labelledBy}>
          {t(`refuse.${kind}`)}
        </Button>
      </p>
    </form>
  )
}
