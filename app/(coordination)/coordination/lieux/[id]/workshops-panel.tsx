'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState } from '@/lib/form-state'
import type { ListedWorkshop } from '@/lib/workshops/queries'
import styles from './closures-panel.module.css'
import { addWorkshopAction, removeWorkshopAction } from './workshop-actions'
import { WorkshopFields } from './workshop-fields'

interface Props {
  placeId: string
  workshops: readonly ListedWorkshop[]
  timeZone: string
}

/** The workshops to come, each with its way out, and a form to announce another. */
export function WorkshopsPanel({ placeId, workshops, timeZone }: Props) {
  const t = useTranslations('coordination.workshops')
  const format = useFormatter()
  const [added, add, isAdding] = useActionState(addWorkshopAction, emptyFormState)
  const [removed, remove, isRemoving] = useActionState(removeWorkshopAction, emptyFormState)
  return (
    <section className={styles.panel} aria-labelledby="ateliers">
      <h2 id="ateliers">{t('title')}</h2>
      <p>{t('intro')}</p>
      <FormOutcome state={removed} title={t('refused')} id="ateliers-retrait" />
      {workshops.length === 0 && <p>{t('none')}</p>}
      <ul className={styles.list}>
        {workshops.map(({ id, title, sessions }) => (
          <li key={id}>
            <form action={remove} className={styles.closure}>
              <span>
                <strong>{title}</strong> ·{' '}
                {sessions
                  .map(({ startsAt }) =>
                    format.dateTime(startsAt, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
                  )
                  .join(' · ')}
              </span>
              <input type="hidden" name="id" value={placeId} />
              <input type="hidden" name="workshopId" value={id} />
              <Button variant="secondary" disabled={isRemoving} aria-label={t('removeThis', { title })}>
                {t('remove')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <form action={add} noValidate aria-label={t('add')}>
        <FormOutcome state={added} title={t('refused')} id="ateliers-ajout" />
        <input type="hidden" name="id" value={placeId} />
        {/* React empties forms once sent: fresh fields take up what was typed. */}
        <div key={added.attempt} className={styles.fields}>
          <WorkshopFields state={added} />
        </div>
        <Button variant="secondary" disabled={isAdding}>
          {t('add')}
        </Button>
      </form>
    </section>
  )
}
