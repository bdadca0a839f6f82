'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import type { AnswerActions, AnswerTo } from './actions'
import { useAnswerForm } from './use-answer-form'
import { WordsField } from './words-field'

interface Props {
  to: AnswerTo
  action: AnswerActions['move']
  isOffered: boolean
}

/** The person changed her mind: it ends there, so the button is not in sight of every touch. */
export function NotWantedForm({ to, action, isOffered }: Props) {
  const t = useTranslations('reception.notWanted')
  const words = useTranslations('reception.answer')
  const { form, hidden, outcome, field, attempt, isPending } = useAnswerForm(action, to, 'fin')
  if (!isOffered && attempt === 0) return null
  return (
    <Disclosure summary={t('title')} icon="user" open={attempt > 0}>
      {outcome}
      <p>{t('text')}</p>
      <form key={attempt} {...form}>
        {hidden}
        <input type="hidden" name="action" value="NOT_WANT" />
        <WordsField field={field('words')} label={words('words')} />
        <Button variant="secondary" disabled={isPending}>
          {t('submit')}
        </Button>
      </form>
    </Disclosure>
  )
}
