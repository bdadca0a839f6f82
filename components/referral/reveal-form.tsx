'use client'

import { useActionState, useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { FactList } from '@/components/ui/fact-list'
import { FormOutcome } from '@/components/ui/form-outcome'
import { Notice } from '@/components/ui/notice'
import { emptyFormState, type FormAction, firstValue } from '@/lib/form-state'

const parts = ['name', 'phone', 'email'] as const

interface Props {
  action: FormAction
  id: string
  /** The link of a place without account */
  token?: string
  words: Readonly<Record<(typeof parts)[number] | 'text' | 'reveal' | 'shown' | 'gone', string>>
}

const shownId = 'personne-lue'

/** Who the person is, behind a button that says that the reading is written down; gone when the page is left. */
export function RevealForm({ action, id, token, words }: Props) {
  const [state, reveal, isPending] = useActionState(action, emptyFormState)
  useEffect(() => {
    // The button that was pressed is gone.
    if (state.attempt > 0) document.getElementById(shownId)?.focus()
  }, [state.attempt])

  if (firstValue(state.values, 'revealed')) {
    const [name, phone, email] = parts.map((part) => firstValue(state.values, part))
    return (
      <Notice role="status" id={shownId} title={name || phone || email ? words.shown : words.gone}>
        <FactList
          facts={[
            [words.name, name],
            [words.phone, phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>],
            [words.email, email],
          ]}
        />
      </Notice>
    )
  }
  return (
    <form action={reveal}>
      <FormOutcome state={state} title="" id="personne" />
      <input type="hidden" name="id" value={id} />
      {token && <input type="hidden" name="token" value={token} />}
      <p id="personne-pourquoi">{words.text}</p>
      <Button variant="secondary" aria-describedby="personne-pourquoi" disabled={isPending}>
        {words.reveal}
      </Button>
    </form>
  )
}
