'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { type Option, Select } from '@/components/ui/select'
import { Table } from '@/components/ui/table'
import { emptyFormState, firstValue } from '@/lib/form-state'
import { saveMappingAction } from '../actions'
import styles from './import.module.css'
import { type FieldMeanings, Meanings } from './meanings'

interface Props {
  id: string
  columns: readonly {
    name: string
    samples: string[]
    filled: number
    /** A field, nothing, or as it was guessed */
    answer: string
    /** The values that it adds where it says yes */
    marks: string[]
    reason: string
    isUnsure: boolean
  }[]
  meanings: readonly FieldMeanings[]
  fields: readonly Option[]
  constants: readonly { field: string; label: string; value: string; options: readonly Option[] }[]
}

/** What each column says, to be corrected, and what all rows say where no column does. */
export function MappingForm({ id, columns, meanings, fields, constants }: Props) {
  const t = useTranslations('coordination.imports')
  const [state, action, isPending] = useActionState(saveMappingAction, emptyFormState)
  const typed = (name: string, value: string) => (state.attempt > 0 ? firstValue(state.values, name) : value)
  return (
    <form action={action} key={state.attempt}>
      <FormOutcome state={state} title={t('toCorrect')} />
      <input type="hidden" name="id" value={id} />
      <Table
        caption={t('columnsTitle')}
        columns={[t('column'), t('samples'), t('says'), t('why')]}
        className={styles.columns}
      >
        {columns.map(({ name, samples, filled, answer, marks, reason, isUnsure }, index) => (
          <tr key={name}>
            <th scope="row" id={`colonne-${index}`}>
              {name}
            </th>
            <td data-label={t('samples')}>
              {samples.join(' · ')} <span className={styles.where}>{t('filled', { count: filled })}</span>
            </td>
            <td data-label={t('says')}>
              <select
                name={`column.${index}`}
                className={styles.answer}
                aria-labelledby={`colonne-${index}`}
                aria-describedby={reason ? `raison-${index}` : undefined}
                defaultValue={typed(`column.${index}`, answer)}
              >
                <option value="">{t('notRead')}</option>
                {marks.length > 0 && <option value="comme-devine">{t('marks', { marks: marks.join(', ') })}</option>}
                {fields.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </select>
            </td>
            <td data-label={t('why')} id={`raison-${index}`}>
              {isUnsure && <strong>{t('unsure')} </strong>}
              {reason}
            </td>
          </tr>
        ))}
      </Table>
      <Meanings meanings={meanings} typed={typed} />
      <h3>{t('constantsTitle')}</h3>
      <p>{t('constantsIntro')}</p>
      <div className={styles.constants}>
        {constants.map(({ field, label, value, options }) => (
          <Select
            key={field}
            name={`constant.${field}`}
            label={label}
            options={options}
            placeholder={t('noConstant')}
            defaultValue={typed(`constant.${field}`, value)}
          />
        ))}
      </div>
      <div className={styles.actions}>
        <Button name="intent" value="read" disabled={isPending}>
          {t('saveMapping')}
        </Button>
        <Button name="intent" value="values" variant="secondary" disabled={isPending}>
          {t('showValues')}
        </Button>
      </div>
    </form>
  )
}
