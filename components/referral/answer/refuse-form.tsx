'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { Disclosure } from '@/components/ui/disclosure'
import { RefusalReason } from '@/prisma/client/enums'
import type { AnswerActions, AnswerTo } from './actions'
import { useAnswerForm } from './use-answer-form'
import { WordsField } from './words-field'

interface Props {
  to: AnswerTo
  action: AnswerActions['move']
  isOffered: boolean
}

/** A no, with its reason: the helper looks elsewhere at once. */
export function RefuseForm({ to, action, isOffered }: Props) {
  const t = useTranslations('reception.refuse')
  const words = useTranslations('reception.answer')
  const { form, hidden, outcome, field, values, attempt, isPending } = useAnswerForm(action, to, 'refus')
  if (!isOffered && attempt === 0) return null
  const { defaultValue: _, ...reason } = field('reason')
  return (
    <Disclosure summary={t('title')} icon="close" open={attempt > 0}>
      {outcome}
      <form key={attempt} {...form}>
        {hidden}
        <input type="hidden" name="action" value="REFUSE" />
        <CheckboxGroup
          {...reason}
          type="radio"
          label={t('reason')}
          choices={Object.values(RefusalReason).map((value) => ({ value, label: t(`reasons.${value}`) }))}
          defaultValues={values.reason ?? []}
        />
        <WordsField field={field('words')} label={words('words')} />
        <Button variant="secondary" disabled={isPending}>
          {t('submit')}
        </Button>
      </form>
    </Disclosure>
  )
}
