'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { TextInput } from '@/components/ui/text-input'
import { emptyFormState } from '@/lib/form-state'
import { passByCodeAction } from './actions'

interface Props {
  returnTo: string
  /** Without an application, only backup codes are left. */
  hasTotp: boolean
}

export function CodeForm({ returnTo, hasTotp }: Props) {
  const t = useTranslations('account')
  const [state, action, isPending] = useActionState(passByCodeAction, emptyFormState)
  return (
    <form action={action} noValidate>
      <FormOutcome state={state} title={t('toCorrect')} />
      <input type="hidden" name="returnTo" value={returnTo} />
      <TextInput
        key={state.attempt}
        name="code"
        label={t(hasTotp ? 'verify.code' : 'verify.codeOnly')}
        hint={hasTotp ? t('verify.codeHint') : undefined}
        error={state.errors.code}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <Button disabled={isPending}>{t('verify.submit')}</Button>
    </form>
  )
}
