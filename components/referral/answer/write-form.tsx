'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Textarea } from '@/components/ui/textarea'
import type { AnswerActions, AnswerTo } from './actions'
import { useAnswerForm } from './use-answer-form'

interface Props {
  to: AnswerTo
  action: AnswerActions['message']
  isOffered: boolean
}

/** A word to the helper about the appointment. */
export function WriteForm({ to, action, isOffered }: Props) {
  const t = useTranslations('reception.message')
  const { form, hidden, outcome, field, attempt, isPending } = useAnswerForm(action, to, 'message')
  if (!isOffered && attempt === 0) return null
  return (
    <Disclosure summary={t('title')} icon="mail" open={attempt > 0}>
      {outcome}
      <form key={attempt} {...form}>
        {hidden}
        <Textarea {...field('words')} label={t('label')} hint={t('hint')} rows={3} maxLength={500} />
        <Button variant="secondary" disabled={isPending}>
          {t('submit')}
        </Button>
      </form>
    </Disclosure>
  )
}
