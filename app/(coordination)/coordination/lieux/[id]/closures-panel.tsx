'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { TextInput } from '@/components/ui/text-input'
import { emptyFormState, firstValue } from '@/lib/form-state'
import type { ListedClosure } from '@/lib/places/closures/queries'
import { addClosureAction, removeClosureAction } from './closure-actions'
import styles from './closures-panel.module.css'

interface Props {
  placeId: string
  closures: readonly ListedClosure[]
  /** The day on the place's calendar */
  today: string
}

/** The exceptional closures to come, each with its way out, and a form to announce another. */
export function ClosuresPanel({ placeId, closures, today }: Props) {
  const t = useTranslations('coordination.closures')
  const [added, add, isAdding] = useActionState(addClosureAction, emptyFormState)
  const [removed, remove, isRemoving] = useActionState(removeClosureAction, emptyFormState)
  const words = useClosureWords()
  return (
    <section className={styles.panel} aria-labelledby="fermetures">
      <h2 id="fermetures">{t('title')}</h2>
      <p>{t('intro')}</p>
      <FormOutcome state={removed} title={t('refused')} id="fermetures-retrait" />
      {closures.length === 0 && <p>{t('none')}</p>}
      <ul className={styles.list}>
        {closures.map((closure) => (
          <li key={closure.id}>
            <form action={remove} className={styles.closure}>
              <span>
                {words(closure)}
                {closure.reason && ` · ${closure.reason}`}
              </span>
              <input type="hidden" name="id" value={placeId} />
              <input type="hidden" name="closureId" value={closure.id} />
              <Button
                variant="secondary"
                disabled={isRemoving}
                aria-label={t('removeThis', { closure: words(closure) })}
              >
                {t('remove')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <form action={add} noValidate aria-label={t('add')}>
        <FormOutcome state={added} title={t('refused')} id="fermetures-ajout" />
        <input type="hidden" name="id" value={placeId} />
        {/* React empties forms once sent: fresh fields take up what was typed. */}
        <div key={added.attempt} className={styles.fields}>
          <TextInput
            type="date"
            name="from"
            label={t('from')}
            min={today}
            error={added.errors.from}
            defaultValue={firstValue(added.values, 'from')}
          />
          <TextInput
            type="date"
            name="to"
            label={t('to')}
            hint={t('toHint')}
            min={today}
            error={added.errors.to}
            defaultValue={firstValue(added.values, 'to')}
          />
          <TextInput
            name="reason"
            label={t('reason')}
            hint={t('reasonHint')}
            maxLength={200}
            error={added.errors.reason}
            defaultValue={firstValue(added.values, 'reason')}
          />
        </div>
        <Button variant="secondary" disabled={isAdding}>
          {t('add')}
        </Button>
      </form>
    </section>
  )
}

function useClosureWords(): (closure: ListedClosure) => string {
  const t = useTranslations('coordination.closures')
  const format = useFormatter()
  const day = (date: string) => format.dateTime(new Date(date), { dateStyle: 'long', timeZone: 'UTC' })
  return ({ from, to }) =>
    from === to ? t('oneDay', { from: day(from) }) : t('days', { from: day(from), to: day(to) })
}
