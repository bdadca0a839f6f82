'use client'

import { type ComponentProps, type ReactNode, useActionState } from 'react'
import { emptyFormState, type FormAction } from '@/lib/form-state'
import { Button } from './button'
import { FormOutcome } from './form-outcome'

interface Props extends Pick<ComponentProps<typeof Button>, 'variant' | 'aria-label' | 'aria-describedby'> {
  action: FormAction
  /** What it is done to, by the names that the action reads */
  to?: Readonly<Record<string, string | number>>
  /** Above what is refused */
  title?: string
  /** Of what came of it, where a page has several */
  outcomeId?: string
  /** None once it is done: what came of it stays */
  children: ReactNode
}

/** A button that does one thing, and what came of it. */
export function OneButtonForm({ action, to = {}, title = '', outcomeId, children, ...button }: Props) {
  const [state, act, isPending] = useActionState(action, emptyFormState)
  return (
    <form action={act}>
      <FormOutcome state={state} title={title} id={outcomeId} />
      {Object.entries(to).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children && (
        <Button {...button} disabled={isPending}>
          {children}
        </Button>
      )}
    </form>
  )
}
