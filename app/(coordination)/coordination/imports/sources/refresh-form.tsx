'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { FormOutcome } from '@/components/ui/form-outcome'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { emptyFormState, firstValue } from '@/lib/form-state'
import { refreshIntervals } from '@/lib/imports/refresh/schema'
import { refreshAction } from './actions'
import styles from './sources.module.css'

interface Props {
  sourceId: string
  name: string
  url: string | null
  days: number | null
}

/** Where a source is read again from, how often, now, or no more. */
export function RefreshForm({ sourceId, name, url, days }: Props) {
  const t = useTranslations('coordination.imports.sources')
  const [state, action, isPending] = useActionState(refreshAction, emptyFormState)
  const errors = Object.fromEntries(
    Object.entries(state.errors).map(([field, error]) => [`${field}-${sourceId}`, error]),
  )
  return (
    <Disclosure summary={t(url === null ? 'open' : 'change')} open={state.attempt > 0}>
      <form action={action} noValidate aria-label={t('of', { name })}>
        <FormOutcome state={{ ...state, errors }} title={t('toCorrect')} id={`suite-${sourceId}`} />
        <input type="hidden" name="sourceId" value={sourceId} />
        <div className={styles.fields} key={state.attempt}>
          <TextInput
            id={`url-${sourceId}`}
            name="url"
            type="url"
            label={t('url')}
            hint={t('urlHint')}
            error={state.errors.url}
            maxLength={2000}
            defaultValue={firstValue(state.values, 'url') || (url ?? '')}
          />
          <Select
            id={`days-${sourceId}`}
            name="days"
            label={t('days')}
            error={state.errors.days}
            options={refreshIntervals.map((each) => ({ value: String(each), label: t(`every.${each}`) }))}
            defaultValue={firstValue(state.values, 'days') || String(days ?? 7)}
          />
        </div>
        <p className={styles.buttons}>
          <Button name="intent" value="set" disabled={isPending}>
            {t(url === null ? 'set' : 'save')}
          </Button>
          {url !== null && (
            <>
              <Button name="intent" value="now" variant="secondary" disabled={isPending}>
                {t('now')}
              </Button>
              <Button name="intent" value="stop" variant="secondary" disabled={isPending}>
                {t('stop')}
              </Button>
            </>
          )}
        </p>
      </form>
    </Disclosure>
  )
}
