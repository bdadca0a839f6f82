import type { TextareaHTMLAttributes } from 'react'
import { describedBy, Field, type FieldText } from './field'
import styles from './field.module.css'

type Props = FieldText & TextareaHTMLAttributes<HTMLTextAreaElement> & { name: string }

/** Several lines of text in their field. The id is the name unless told otherwise. */
export function Textarea({ label, hint, error, id, className, ...rest }: Props) {
  const areaId = id ?? rest.name
  return (
    <Field id={areaId} label={label} hint={hint} error={error}>
      <textarea
        id={areaId}
        className={[styles.control, styles.area, className].filter(Boolean).join(' ')}
        aria-describedby={describedBy(areaId, { hint, error })}
        aria-invalid={error ? true : undefined}
        {...rest}
      />
    </Field>
  )
}
