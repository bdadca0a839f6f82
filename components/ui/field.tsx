import type { ReactNode } from 'react'
import styles from './field.module.css'
import { Icon } from './icon'

export interface FieldText {
  label: ReactNode
  /** What helps to answer: a format, an example. */
  hint?: ReactNode
  /** What is wrong and how to put it right. */
  error?: ReactNode
}

/** The `aria-describedby` of a control inside `<Field id={id} …>`: its error first, then its hint. */
export function describedBy(id: string, { hint, error }: Pick<FieldText, 'hint' | 'error'>): string | undefined {
  return [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined
}

/** A label, a hint and an error around one control, which carries `id` and `describedBy(id, …)`. */
export function Field({ id, label, hint, error, children }: FieldText & { id: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div className={styles.hint} id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children}
      {error && <FieldError id={id}>{error}</FieldError>}
    </div>
  )
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div className={styles.error} id={`${id}-error`}>
      <Icon name="warning" size={20} />
      <span>{children}</span>
    </div>
  )
}
