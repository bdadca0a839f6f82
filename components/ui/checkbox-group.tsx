import type { ReactNode } from 'react'
import { describedBy, FieldError, type FieldText } from './field'
import styles from './field.module.css'

export interface Choice {
  value: string
  label: ReactNode
}

type Props = FieldText & {
  name: string
  id?: string
  choices: readonly Choice[]
  /** The values ticked at first. */
  defaultValues?: readonly string[]
  /** `radio` when only one may be chosen. */
  type?: 'checkbox' | 'radio'
  columns?: boolean
}

/** Several choices under one question. */
export function CheckboxGroup(props: Props) {
  const { label, hint, error, name, id = name, choices, defaultValues = [], type = 'checkbox', columns } = props
  return (
    <fieldset className={styles.group} aria-describedby={describedBy(id, { hint, error })} id={id}>
      <legend className={styles.label}>{label}</legend>
      {hint && (
        <div className={styles.hint} id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <ul className={columns ? `${styles.choices} ${styles.columns}` : styles.choices}>
        {choices.map((choice) => (
          <li key={choice.value}>
            <label className={styles.choice}>
              <input
                type={type}
                name={name}
                value={choice.value}
                defaultChecked={defaultValues.includes(choice.value)}
              />
              <span>{choice.label}</span>
            </label>
          </li>
        ))}
      </ul>
      {error && <FieldError id={id}>{error}</FieldError>}
    </fieldset>
  )
}
