'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { Select } from '@/components/ui/select'
import { emptyFormState, firstValue } from '@/lib/form-state'
import { queryOf } from '@/lib/places/table/address'
import type { QueryParams, TableChoices, TableFilters } from '@/lib/places/table/filters'
import type { ListedPlace } from '@/lib/places/table/queries'
import { prepareBulkEditAction } from '../table-actions'
import { BulkOptions } from './bulk-options'
import { PlaceRows } from './place-rows'
import styles from './places-form.module.css'
import { ShortcutHelp } from './shortcut-help'
import { useSelection } from './use-selection'
import { useTableKeys } from './use-table-keys'

interface Props {
  places: readonly ListedPlace[]
  total: number
  parameters: QueryParams
  sort: TableFilters['sort']
  choices: Pick<TableChoices, 'colleagues'>
  maySelect: boolean
}

/** The places, and what to do with the ticked ones: sending it only leads to what would change. */
export function PlacesForm({ places, total, parameters, sort, choices, maySelect }: Props) {
  const t = useTranslations('coordination.table.bulk')
  const [state, action, isPending] = useActionState(prepareBulkEditAction, emptyFormState)
  const form = useRef<HTMLFormElement>(null)
  const { count, selection } = useSelection(form, state.attempt)
  useTableKeys(form, selection)
  const rows = (
    <PlaceRows
      places={places}
      parameters={parameters}
      sort={sort}
      ticked={state.values['ids[]'] ?? []}
      maySelect={maySelect}
    />
  )
  return (
    <form action={action} ref={form}>
      <FormOutcome state={state} title={t('refused')} />
      <input type="hidden" name="query" value={queryOf(parameters)} />
      <ShortcutHelp maySelect={maySelect} />
      {maySelect ? (
        <div key={state.attempt}>
          <fieldset className={styles.bulk}>
            <legend className="visually-hidden">{t('title')}</legend>
            <p className={styles.chosen} aria-live="polite">
              {count !== null && t('chosen', { count })}
            </p>
            <label className={styles.all}>
              <input type="checkbox" name="all" value="oui" defaultChecked={firstValue(state.values, 'all') !== ''} />
              <span>{t('all', { total })}</span>
            </label>
            <Select
              name="change"
              label={<span className="visually-hidden">{t('change')}</span>}
              defaultValue={firstValue(state.values, 'change')}
              error={state.errors.change}
            >
              <BulkOptions colleagues={choices.colleagues} />
            </Select>
            <Button variant="secondary" disabled={isPending}>
              {t('look')}
            </Button>
            <a href="/coordination/lieux/modifications">{t('recent')}</a>
          </fieldset>
          {rows}
        </div>
      ) : (
        rows
      )}
    </form>
  )
}
