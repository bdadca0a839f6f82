'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import type { AnswerActions, AnswerTo } from './actions'
import styles from './answer.module.css'
import { useAnswerForm } from './use-answer-form'
import { WordsField } from './words-field'

/** A place that takes referrals, as one chooses it. */
export interface OtherPlace {
  id: string
  name: string
  where: string
  /** Rounded; null when one searched by name */
  kilometres: number | null
  /** When it opens next, in words; null when it is not known */
  opens: string | null
}

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
  const far = (kilometres: number) => (kilometres === 0 ? t('here') : t('kilometres', { distance: kilometres }))
  return (
    <form key={attempt} {...form}>
      {outcome}
      {hidden}
      <CheckboxGroup
        {...placeId}
        type="radio"
        label={title}
        error={error && t('wanted')}
        choices={places.map(({ id, name, where, kilometres, opens }) => ({
          value: id,
          label: (
            <>
              <strong>{name}</strong>
              <br />
              <span className={styles.soft}>
                {[where, kilometres === null ? null : far(kilometres), opens].filter(Boolean).join(' · ')}
              </span>
            </>
          ),
        }))}
        defaultValues={values.placeId ?? []}
      />
      <WordsField field={field('words')} label={words('words')} />
      <Button disabled={isPending}>{t('submit')}</Button>
    </form>
  )
}
