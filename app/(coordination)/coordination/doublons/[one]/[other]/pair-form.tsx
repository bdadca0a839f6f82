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
  const [state, action, isPending] = useActionState(decidePairAction, emptyFormState)
  const chosen = (field: MergeField, likely: Side) => firstValue(state.values, `from.${field}`) || likely
  const kept = firstValue(state.values, 'kept') || 'one'
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
            {[one, other].map((place) => (
              <th scope="col" key={place.id}>
                <a href={`/coordination/lieux/${place.id}`}>{place.name}</a> ({place.id})
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" id="kept">
              {t('kept')}
            </th>
            {(['one', 'other'] as const).map((side) => (
              <td key={side}>
                <label className={styles.choice}>
                  <input
                    type="radio"
                    name="kept"
                    value={side}
                    defaultChecked={kept === side}
                    disabled={!mayDecide}
                    aria-describedby="kept"
                  />
                  {t('keepThis')}
                </label>
              </td>
            ))}
          </tr>
          {fields.map(({ field, likely, isList, ...texts }) => (
            <tr key={field}>
              <th scope="row" id={`champ-${field}`}>
                {nameOf(field)}
              </th>
              {(['one', 'other'] as const).map((side) => (
                <td key={side}>
                  <label className={styles.choice}>
                    <input
                      type="radio"
                      name={`from.${field}`}
                      value={side}
                      defaultChecked={chosen(field, likely) === side}
                      disabled={!mayDecide}
                      aria-describedby={`champ-${field}`}
                    />
                    {texts[side] || t('nothing')}
                  </label>
                  {isList && side === 'other' && (
                    <label className={styles.choice}>
                      <input
                        type="radio"
                        name={`from.${field}`}
                        value="both"
                        defaultChecked={chosen(field, likely) === 'both'}
                        disabled={!mayDecide}
                        aria-describedby={`champ-${field}`}
                      />
                      {t('both')}
                    </label>
                  )}
                </td>
              ))}
            </tr>
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
