'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { FormOutcome } from '@/components/ui/form-outcome'
import { emptyFormState, type FormAction } from '@/lib/form-state'

interface Props {
  action: FormAction
  id: string
  /** The link of a place without account */
  token?: string
  words: { summary: string; text: string; submit: string }
}

/** The person asked that all be erased: one button, which says first what it does. */
export function EraseForm({ action, id, token, words }: Props) {
  const [state, submit, isPending] = useActionState(action, emptyFormState)
  return (
    <Disclosure summary={words.summary} open={state.attempt > 0}>
      <FormOutcome state={state} title="" id="effacer" />
      <p id="effacer-texte">{words.text}</p>
      <form action={submit}>
        <input type="hidden" name="id" value={id} />
        {token && <input type="hidden" name="token" value={token} />}
        <Button variant="danger" aria-describedby="effacer-texte" disabled={isPending}>
          {words.submit}
        </Button>
      </form>
    </Disclosure>
  )
}
