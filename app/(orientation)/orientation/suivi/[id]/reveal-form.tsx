'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { Notice } from '@/components/ui/notice'
import { emptyFormState, firstValue } from '@/lib/form-state'
import { revealAction } from './actions'
import styles from './referral.module.css'

const parts = ['name', 'phone', 'email'] as const

/** Who the person is, behind a button that says that the reading is written down; gone when the page is left. */
export function RevealForm({ id }: { id: string }) {
  const t = useTranslations('referral.one.person')
  const [state, action, isPending] = useActionState(revealAction, emptyFormState)
  const known = parts.flatMap((part) => {
    const value = firstValue(state.values, part)
    return value ? [{ part, value }] : []
  })
  if (firstValue(state.values, 'revealed')) {
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
    <form action={action}>
      <FormOutcome state={state} title="" id="personne" />
      <input type="hidden" name="id" value={id} />
      <p id="reveal-why">{t('text')}</p>
      <Button variant="secondary" aria-describedby="reveal-why" disabled={isPending}>
        {t('reveal')}
      </Button>
    </form>
  )
}
