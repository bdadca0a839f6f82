'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import type { MergeField, Side } from '@/lib/duplicates/merge'
import { emptyFormState, firstValue } from '@/lib/form-state'
import { useFieldName } from '../../../lieux/place-form/use-field-name'
import { decidePairAction } from '../../actions'
import styles from '../../doublons.module.css'
import { ChoiceRow } from './choice-row'

export interface ComparedField {
  field: MergeField
  one: string
  other: string
  /** Both values may be kept together */
  isList: boolean
  likely: Side
}

interface Compared {
  id: string
  version: number
  name: string
}

interface Props {
  one: Compared
  other: Compared
  fields: readonly ComparedField[]
  mayDecide: boolean
}

/** Both places side by side: which listing stays, and whose word for each thing they say otherwise. */
export function PairForm({ one, other, fields, mayDecide }: Props) {
  const t = useTranslations('coordination.duplicates')
  const nameOf = useFieldName()
  const ids = { one: one.id, other: other.id }
  const [state, action, isPending] = useActionState(decidePairAction, emptyFormState)
  return (
    <form action={action}>
      <FormOutcome state={state} title={t('refused')} />
      <input type="hidden" name="one" value={one.id} />
      <input type="hidden" name="other" value={other.id} />
      <input type="hidden" name="oneVersion" value={one.version} />
      <input type="hidden" name="otherVersion" value={other.version} />
      <table className={styles.compared} key={state.attempt}>
        <caption className="visually-hidden">{t('compare')}</caption>
        <thead>
          <tr>
            <td />
            {Object.entries({ one, other }).map(([side, place]) => (
              <th scope="col" key={place.id} id={`fiche-${side}`}>
                <a href={`/coordination/lieux/${place.id}`}>{place.name}</a> ({place.id})
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <ChoiceRow
            name="kept"
            label={t('kept')}
            choices={{ one: t('keepThis'), other: t('keepThis') }}
            chosen={firstValue(state.values, 'kept') || 'one'}
            disabled={!mayDecide}
            ids={ids}
          />
          {fields.map(({ field, likely, isList, ...texts }) => (
            <ChoiceRow
              key={field}
              name={`from.${field}`}
              label={nameOf(field)}
              choices={{
                one: texts.one || t('nothing'),
                other: texts.other || t('nothing'),
                ...(isList && { both: t('both') }),
              }}
              chosen={firstValue(state.values, `from.${field}`) || likely}
              disabled={!mayDecide}
              ids={ids}
            />
          ))}
        </tbody>
      </table>
      {mayDecide && (
        <>
          <p>{t('willMerge')}</p>
          <div className={styles.actions}>
            <Button name="intent" value="merge" disabled={isPending}>
              {t('merge')}
            </Button>
            <Button name="intent" value="distinct" variant="secondary" disabled={isPending}>
              {t('distinct')}
            </Button>
          </div>
        </>
      )}
    </form>
  )
}
