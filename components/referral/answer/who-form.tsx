'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { firstValue } from '@/lib/form-state'
import type { AnswerActions, AnswerTo } from './actions'
import styles from './answer.module.css'
import { useAnswerForm } from './use-answer-form'

const parts = ['name', 'phone', 'email'] as const

/** Who the person is, behind a button that says that the reading is written down; gone when the page is left. */
export function WhoForm({ to, action }: { to: AnswerTo; action: AnswerActions['reveal'] }) {
  const t = useTranslations('reception.person')
  const { form, attempt, hidden, outcome, values, isPending } = useAnswerForm(action, to, 'personne')
  if (firstValue(values, 'revealed')) {
    const known = parts.map((part) => ({ part, value: firstValue(values, part) })).filter(({ value }) => value !== '')
    return (
      <Notice role="status" title={known.length > 0 ? t('shown') : t('gone')}>
        <dl className={styles.facts}>
          {known.map(({ part, value }) => (
            <div key={part}>
              <dt>{t(part)}</dt>
              <dd>{part === 'phone' ? <a href={`tel:${value.replace(/[^\d+]/g, '')}`}>{value}</a> : value}</dd>
            </div>
          ))}
        </dl>
      </Notice>
    )
  }
  return (
    <form key={attempt} {...form}>
      {outcome}
      {hidden}
      <p id="personne-pourquoi">{t('text')}</p>
      <Button variant="secondary" aria-describedby="personne-pourquoi" disabled={isPending}>
        {t('reveal')}
      </Button>
    </form>
  )
}
