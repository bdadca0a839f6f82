import { withoutSocialSecurityNumber } from '@/lib/privacy/social-security-number'
import type { Visit } from '@/lib/sheet/message'
import styles from './visit-field.module.css'

export interface VisitFieldText {
  label: string
  hint?: string
}

interface Props extends VisitFieldText {
  id: keyof Visit
  refusal: string
  isRefused: boolean
  /** Whether a script judges what is typed; the pattern, which knows no keys, then has nothing to say */
  isChecked: boolean
  /** Left out of the paper where it is empty */
  isOptional: boolean
}

/**
 * A line to fill on the screen, or with a pen. Where it is refused, the browser itself shows the sentence and prints
 * nothing of it. Without a name and a form, it is part of no request.
 */
export function VisitField({ id, label, hint, refusal, isRefused, isChecked, isOptional }: Props) {
  const description = [isRefused && `${id}-refused`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className={isOptional ? `${styles.field} ${styles.optional}` : styles.field}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className={styles.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <input
        id={id}
        type="text"
        dir="auto"
        maxLength={60}
        autoComplete="off"
        placeholder=" "
        pattern={isChecked ? undefined : withoutSocialSecurityNumber}
        aria-invalid={isRefused || undefined}
        aria-describedby={description || undefined}
      />
      <p className={styles.refusal} id={`${id}-refused`} role="alert">
        {refusal}
      </p>
    </div>
  )
}
