import { useTranslations } from 'next-intl'
import { TextInput } from '@/components/ui/text-input'
import type { FormState } from '@/lib/form-state'

/** So that password managers know whose password the form holds: before its first password. */
export function PasswordOwner({ email }: { email: string }) {
  return <input type="text" name="email" value={email} autoComplete="username" readOnly hidden />
}

/** A password chosen twice; the form's provider gives the words of `account`. */
export function NewPassword({ state }: { state: FormState }) {
  const t = useTranslations('account.password')
  return (
    <>
      <TextInput
        name="password"
        type="password"
        label={t('next')}
        hint={t('rule')}
        error={state.errors.password}
        autoComplete="new-password"
        required
      />
      <TextInput
        name="confirmation"
        type="password"
        label={t('confirmation')}
        error={state.errors.confirmation}
        autoComplete="new-password"
        required
      />
    </>
  )
}
