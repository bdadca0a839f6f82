'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { Disclosure } from '@/components/ui/disclosure'
import { FormOutcome } from '@/components/ui/form-outcome'
import { Textarea } from '@/components/ui/textarea'
import { emptyFormState, type FormState, firstValue } from '@/lib/form-state'
import type { Move } from '@/lib/referrals/state-machine'
import type { ReferralStatus } from '@/prisma/client/enums'
import { moveAction } from './actions'

interface Props {
  id: string
  version: number
  moves: readonly Move[]
  status: ReferralStatus
}

const told = ['RETRY', 'HELP', 'HELP_PARTLY', 'NOT_HELP', 'EXCUSE', 'NOT_WANT', 'CANCEL'] as const
/** Where a word from the helper is what goes on: the form stands open. */
const waited: readonly ReferralStatus[] = ['ATTENDED', 'ABSENT', 'UNREACHABLE']

/** What a helper knows before the place does: one choice, a word if she likes, one button. */
export function MoveForm({ id, version, moves, status }: Props) {
  const t = useTranslations('referral.one')
  const [state, action, isPending] = useActionState(moveAction, emptyFormState)
  const choices = told.filter((move) => moves.includes(move))
  if (choices.length === 0) return null
  const errors: FormState['errors'] = state.errors.action
    ? { ...state.errors, action: t('move.missing') }
    : state.errors
  return (
    <Disclosure
      summary={t(status === 'ATTENDED' ? 'move.outcome' : 'move.title')}
      icon="pen"
      open={waited.includes(status) || state.attempt > 0}
    >
      <FormOutcome state={{ ...state, errors }} title={t('toCorrect')} id="changer" />
      <form action={action} key={state.attempt} autoComplete="off" noValidate>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={firstValue(state.values, 'version') || version} />
        <CheckboxGroup
          type="radio"
          name="action"
          label={t('move.label')}
          error={errors.action}
          choices={choices.map((value) => ({ value, label: t(`moves.${value}`) }))}
          defaultValues={state.values.action ?? []}
        />
        <Textarea
          name="words"
          id="move-words"
          label={t('move.words')}
          hint={t('move.wordsHint')}
          error={errors.words}
          defaultValue={firstValue(state.values, 'words')}
          rows={2}
          maxLength={500}
        />
        <Button variant="secondary" disabled={isPending}>
          {t('move.submit')}
        </Button>
      </form>
    </Disclosure>
  )
}
