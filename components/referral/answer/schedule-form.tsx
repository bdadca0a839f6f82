'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import type { AnswerActions, AnswerTo } from './actions'
import styles from './answer.module.css'
import { useAnswerForm } from './use-answer-form'
import { WordsField } from './words-field'

/** Minutes */
const lengths = [15, 30, 45, 60, 90, 120, 180, 240]

/** An appointment on the place's own clock: `YYYY-MM-DD`, `HH:MM`, minutes. */
export interface ShownAppointment {
  date: string
  time: string
  length: number
}

interface Props {
  to: AnswerTo
  action: AnswerActions['move']
  isOffered: boolean
  /** Whether it is what is waited for */
  isOpen: boolean
  /** The one that it would change */
  appointment: ShownAppointment | null
  /** The first day there may be, `YYYY-MM-DD` */
  today: string
}

/** When the person is awaited, and for how long. */
export function ScheduleForm({ to, action, isOffered, isOpen, appointment, today }: Props) {
  const t = useTranslations('reception.schedule')
  const { form, hidden, outcome, field, attempt, isPending } = useAnswerForm(action, to, 'rendez-vous')
  if (!isOffered && attempt === 0) return null
  const options = [...new Set([...lengths, appointment?.length ?? 60])].sort((one, other) => one - other)
  return (
    <Disclosure summary={t(appointment ? 'again' : 'title')} icon="calendar" open={isOpen || attempt > 0}>
      {outcome}
      <form key={attempt} {...form}>
        {hidden}
        <input type="hidden" name="action" value="SCHEDULE" />
        <div className={styles.when}>
          <TextInput {...field('date', appointment?.date)} type="date" label={t('date')} min={today} />
          <TextInput {...field('time', appointment?.time)} type="time" label={t('time')} hint={t('timeHint')} />
          <Select
            {...field('length', String(appointment?.length ?? 60))}
            label={t('length')}
            options={options.map((count) => ({ value: String(count), label: t('minutes', { count }) }))}
          />
        </div>
        <WordsField field={field('words')} label={t('words')} />
        <Button disabled={isPending}>{t('submit')}</Button>
      </form>
    </Disclosure>
  )
}
