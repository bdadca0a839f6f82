'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { TextInput } from '@/components/ui/text-input'
import { emptyFormState, type FormAction, firstValue } from '@/lib/form-state'
import { NewPassword, PasswordOwner } from './new-password'

interface Props {
  action: FormAction
  token: string
  email: string
  /** Above what is to be corrected */
  title: string
  submit: string
  /** The words of the field for a name, where none is known */
  name?: { label: string; hint: string }
}

/** The password of whoever came by the link of a message; the form's provider gives the words of `account`. */
export function NewPasswordForm({ action, token, email, title, submit, name }: Props) {
  const [state, act, isPending] = useActionState(action, emptyFormState)
  return (
    <form action={act} noValidate>
      <FormOutcome state={state} title={title} />
      <input type="hidden" name="token" value={token} />
      <PasswordOwner email={email} />
      {name && (
        <TextInput
          key={state.attempt}
          name="name"
          {...name}
          error={state.errors.name}
          defaultValue={firstValue(state.values, 'name')}
          autoComplete="name"
          required
        />
      )}
      <NewPassword state={state} />
      <Button disabled={isPending}>{submit}</Button>
    </form>
  )
}
