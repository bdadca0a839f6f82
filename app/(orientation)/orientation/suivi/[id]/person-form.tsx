'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { Disclosure } from '@/components/ui/disclosure'
import { FormOutcome } from '@/components/ui/form-outcome'
import { TextInput } from '@/components/ui/text-input'
import { emptyFormState, firstValue } from '@/lib/form-state'
import { savePersonAction } from './actions'

interface Props {
  id: string
  version: number
}

/** Who the person is, once she wants the place to know; never shown here before it is asked for. */
export function PersonForm({ id, version }: Props) {
  const t = useTranslations('referral.one.person')
  const words = useTranslations('referral')
  const [state, action, isPending] = useActionState(savePersonAction, emptyFormState)
  const field = (name: string) => ({
    name,
    autoComplete: 'off',
    defaultValue: firstValue(state.values, name),
    error: state.errors[name],
  })
  return (
    <Disclosure summary={t('edit')} icon="pen" open={state.attempt > 0}>
      <p>{t('editText')}</p>
      <FormOutcome state={state} title={words('one.toCorrect')} id="coordonnees" />
      <form action={action} key={state.attempt} autoComplete="off" noValidate>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={firstValue(state.values, 'version') || version} />
        <TextInput {...field('name')} label={words('send.name')} maxLength={120} />
        <TextInput {...field('phone')} type="tel" label={words('send.phone')} maxLength={40} />
        <TextInput {...field('email')} type="email" label={words('send.email')} maxLength={254} />
        <CheckboxGroup
          name="agreed"
          label={words('send.agreement')}
          error={state.errors.agreed}
          choices={[{ value: 'on', label: t('agreed') }]}
          defaultValues={state.values.agreed ?? []}
        />
        <Button variant="secondary" disabled={isPending}>
          {t('save')}
        </Button>
      </form>
    </Disclosure>
  )
}
