import type { SelectHTMLAttributes } from 'react'
import { describedBy, Field, type FieldText } from './field'
import styles from './field.module.css'

export interface Option {
  value: string
  label: string
}

type Props = FieldText &
  SelectHTMLAttributes<HTMLSelectElement> & {
    name: string
    options?: readonly Option[]
    /** The first choice, with an empty value. */
    placeholder?: string
  }

/** One choice among many, in the browser's own list; groups of options come as children. */
export function Select({ label, hint, error, id, options = [], placeholder, className, children, ...rest }: Props) {
  const selectId = id ?? rest.name
  return (
    <Field id={selectId} label={label} hint={hint} error={error}>
      <select
        id={selectId}
        className={[styles.control, className].filter(Boolean).join(' ')}
        aria-describedby={describedBy(selectId, { hint, error })}
        aria-invalid={error ? true : undefined}
        {...rest}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
        {children}
      </select>
    </Field>
  )
}
