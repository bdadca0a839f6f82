import type { ReactNode } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { OneButtonForm } from '@/components/ui/one-button-form'
import { signInPath } from '@/lib/accounts/return-path'
import type { FormAction } from '@/lib/form-state'

interface Props {
  /** The page of the link, to come back to once signed in */
  path: string
  token: string
  email: string
  hasAccount: boolean
  /** The address of whoever is here */
  signedInAs: string | null
  accept: FormAction
  leave: (form: FormData) => Promise<void>
  words: Readonly<Record<'accept' | 'toCorrect' | 'wrongAccount' | 'signOut' | 'known' | 'signIn' | 'newcomer', string>>
  /** The form of whoever has no account yet */
  children: ReactNode
}

/** What it takes to say yes to the link of a message: one click, a sign-in, another account, or a first password. */
export function AnswerLink({ path, token, email, hasAccount, signedInAs, accept, leave, words, children }: Props) {
  if (signedInAs?.toLowerCase() === email.toLowerCase()) {
    return (
      <OneButtonForm action={accept} to={{ token }} title={words.toCorrect}>
        {words.accept}
      </OneButtonForm>
    )
  }
  if (signedInAs !== null) {
    return (
      <form action={leave}>
        <Notice tone="warning">
          <p>{words.wrongAccount}</p>
        </Notice>
        <input type="hidden" name="token" value={token} />
        <Button variant="secondary">{words.signOut}</Button>
      </form>
    )
  }
  if (hasAccount) {
    return (
      <>
        <p>{words.known}</p>
        <ButtonLink href={signInPath(`${path}/${encodeURIComponent(token)}`)}>{words.signIn}</ButtonLink>
      </>
    )
  }
  return (
    <>
      <p>{words.newcomer}</p>
      {children}
    </>
  )
}
