import type { InputHTMLAttributes } from 'react'
import { describedBy, Field, type FieldText } from './field'
import styles from './field.module.css'

type Props = FieldText & InputHTMLAttributes<HTMLInputElement> & { name: string }

/** One line of text in its field. The id is the name unless told otherwise. */
export function TextInput({ label, hint, error, id, className, ...rest }: Props) {
  const inputId = id ?? rest.name
  return (
    <Field id={inputId} label={label} hint={hint} error={error}>
      <input
        id={inputId}
        className={[styles.control, className].filter(Boolean).join(' ')}
        aria-describedby={describedBy(inputId, { hint, error })}
        aria-invalid={error ? true : undefined}
        {...rest}
      />
    </Field>
  )
}
