'use client'

import { useTranslations } from 'next-intl'
import { TextInput } from '@/components/ui/text-input'
import { Textarea } from '@/components/ui/textarea'
import { type FormState, firstValue } from '@/lib/form-state'
import { fieldWords } from '@/lib/places/field-words'
import { isTextField, lineFields, type ProposedField, textOf } from '@/lib/proposals/fields'
import type { QueueKind } from '@/lib/proposals/queries'
import { useFieldName } from '../lieux/place-form/use-field-name'
import styles from './queue.module.css'

interface Props {
  /** The id of the report or the proposal */
  item: string
  kind: QueueKind
  field: ProposedField
  state: FormState
}

/** One field: what the place says, what is proposed, and whether to take it, with other words perhaps. */
export function FieldChoice({ item, kind, field: { field, now, proposed, hasMoved, isDone }, state }: Props) {
  const t = useTranslations('coordination.reports')
  const name = useFieldName()(field)
  const take = <input type="hidden" name="take[]" value={field} />
  const words = (value: unknown) => fieldWords(field, value) || t('nothing')
  if (kind === 'report' && isTextField(field)) {
    return (
      <>
        {take}
        <TextControl item={item} field={field} label={name} value={textOf(now)} state={state} />
      </>
    )
  }
  if (isDone) {
    return (
      <p className={styles.soft}>
        {take}
        {name} · {t('done', { value: words(now) })}
      </p>
    )
  }
  const isTaken = state.attempt === 0 ? kind !== 'report' : state.values['take[]']?.includes(field)
  return (
    <div className={styles.field}>
      <label className={styles.take}>
        <input type="checkbox" name="take[]" value={field} defaultChecked={isTaken} />
        <span>{kind === 'report' ? t('archive') : name}</span>
      </label>
      <p className={styles.now}>{t('now', { value: state.notes?.[field] || words(now) })}</p>
      {hasMoved && <p className={styles.moved}>{t('moved')}</p>}
      {isTextField(field) ? (
        <TextControl
          item={item}
          field={field}
          label={<span className="visually-hidden">{name}</span>}
          value={textOf(proposed)}
          state={state}
        />
      ) : (
        kind !== 'report' && <p>{t('proposed', { value: words(proposed) })}</p>
      )}
    </div>
  )
}

interface ControlProps {
  item: string
  field: string
  label: React.ReactNode
  value: string
  state: FormState
}

function TextControl({ item, field, label, value, state }: ControlProps) {
  const name = `value.${field}`
  const given = {
    id: `${item}-${name}`,
    name,
    label,
    error: state.errors[name],
    defaultValue: state.attempt === 0 ? value : firstValue(state.values, name),
  }
  if (lineFields.includes(field) || field === 'description') return <Textarea {...given} rows={2} />
  return <TextInput {...given} autoComplete="off" />
}
