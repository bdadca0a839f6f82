'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { type OtherPlace, OtherPlaceLabel } from '../other-place'
import type { AnswerActions, AnswerTo } from './actions'
import { useAnswerForm } from './use-answer-form'
import { WordsField } from './words-field'

interface Props {
  to: AnswerTo
  action: AnswerActions['redirect']
  title: string
  places: readonly OtherPlace[]
}

/** One of some places, with a word for the helper. */
export function RedirectForm({ to, action, title, places }: Props) {
  const t = useTranslations('reception.redirect')
  const words = useTranslations('reception.answer')
  const { form, hidden, outcome, field, values, attempt, isPending } = useAnswerForm(action, to, 'ailleurs')
  const { defaultValue: _, error, ...placeId } = field('placeId')
  return (
    <form key={attempt} {...form}>
      {outcome}
      {hidden}
      <CheckboxGroup
        {...placeId}
        type="radio"
        label={title}
        error={error && t('wanted')}
        choices={places.map((place) => ({ value: place.id, label: <OtherPlaceLabel place={place} /> }))}
        defaultValues={values.placeId ?? []}
      />
      <WordsField field={field('words')} label={words('words')} />
      <Button disabled={isPending}>{t('submit')}</Button>
    </form>
  )
}
