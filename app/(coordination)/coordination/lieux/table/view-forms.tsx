'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { FormOutcome } from '@/components/ui/form-outcome'
import { TextInput } from '@/components/ui/text-input'
import { emptyFormState, firstValue } from '@/lib/form-state'
import type { View } from '@/lib/places/views/queries'
import { viewAction } from '../table-actions'
import styles from './views-bar.module.css'

/** Keeps the search that is shown, and puts one's own views in order. */
export function ViewForms({ query, views }: { query: string; views: readonly View[] }) {
  const t = useTranslations('coordination.table.views')
  const [state, action] = useActionState(viewAction, emptyFormState)
  const intent = firstValue(state.values, 'intent')
  return (
    <Disclosure summary={t('manage')} icon="bookmark" open={state.attempt > 0}>
      <FormOutcome state={state} title={t('refused')} id="vue-resultat" />
      <form action={action} className={styles.viewForm} key={state.attempt}>
        <input type="hidden" name="intent" value="keep" />
        <input type="hidden" name="query" value={query} />
        <TextInput
          name="name"
          id="vue-nom"
          label={t('name')}
          maxLength={80}
          defaultValue={intent === 'keep' ? firstValue(state.values, 'name') : ''}
          error={intent === 'keep' ? state.errors.name : undefined}
        />
        <Button variant="secondary">{t('keep')}</Button>
      </form>
      {views.length > 0 && (
        <section aria-label={t('yours')}>
          {views.map((view) => (
            <form action={action} className={styles.viewForm} key={view.id}>
              <input type="hidden" name="id" value={view.id} />
              <TextInput
                name="name"
                id={`vue-${view.id}`}
                label={t('nameOf', { name: view.name })}
                maxLength={80}
                defaultValue={view.name}
              />
              <Button
                variant="secondary"
                name="intent"
                value="rename"
                aria-label={t('renameThis', { name: view.name })}
              >
                {t('rename')}
              </Button>
              <Button variant="quiet" name="intent" value="remove" aria-label={t('removeThis', { name: view.name })}>
                {t('remove')}
              </Button>
            </form>
          ))}
        </section>
      )}
    </Disclosure>
  )
}
