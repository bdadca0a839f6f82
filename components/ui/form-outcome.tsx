'use client'

import { useEffect, useRef } from 'react'
import type { FormState } from '@/lib/form-state'
import { Notice } from './notice'

interface Props {
  state: FormState
  /** Above the list of fields to correct. */
  title: string
  /** What each field is called; a field without a name here is listed by its message alone. */
  nameOf?: (field: string) => string | undefined
  id?: string
}

/** What came of sending a form, with a way to each field at fault; the keyboard and the voice go there at once. */
export function FormOutcome({ state, title, nameOf = () => undefined, id = 'resultat' }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const { attempt, errors, message, tone, way } = state
  useEffect(() => {
    if (attempt > 0) place.current?.querySelector<HTMLElement>('[role]')?.focus()
  }, [attempt])

  const fields = Object.entries(errors)
  return (
    <div ref={place}>
      {fields.length > 0 && (
        <Notice tone="error" role="alert" title={title} id={id}>
          <ul>
            {fields.map(([field, error]) => (
              <li key={field}>
                <a href={`#${field}`}>
                  {nameOf(field) && `${nameOf(field)} : `}
                  {error}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {message && (
        <Notice tone={tone} role={tone === 'success' ? 'status' : 'alert'} id={`${id}-message`}>
          <p>{message}</p>
          {way && (
            <p>
              <a href={way.href}>{way.label}</a>
            </p>
          )}
        </Notice>
      )}
    </div>
  )
}
