'use client'

import { type ReactNode, useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState, type FormState, type FormValues } from '@/lib/form-state'
import styles from './list-panel.module.css'

interface Props {
  /** Of the heading, and the start of the other ids */
  id: string
  title: string
  hint?: string
  /** Above the list of fields to correct */
  refused: string
  submit: string
  variant?: 'secondary' | 'danger' | 'primary'
  action: (state: FormState, form: FormData) => Promise<FormState>
  /** What the person does not choose */
  hidden: Readonly<Record<string, string>>
  /** What the fields hold at first */
  values?: FormValues
  fields?: (state: FormState) => ReactNode
}

/** One form of one thing to do, under its own heading. */
export function PanelForm({ id, title, hint, refused, submit, variant = 'secondary', values = {}, ...props }: Props) {
  const [state, action, isPending] = useActionState(props.action, { ...emptyFormState, values })
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hint && <p>{hint}</p>}
      <form action={action} noValidate aria-labelledby={id}>
        <FormOutcome state={state} title={refused} id={`${id}-resultat`} />
        {Object.entries(props.hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {/* React empties forms once sent: fresh fields take up what was typed. */}
        <div key={state.attempt} className={styles.fields}>
          {props.fields?.(state)}
        </div>
        <Button variant={variant} disabled={isPending}>
          {submit}
        </Button>
      </form>
    </section>
  )
}
