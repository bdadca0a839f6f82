'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { CheckboxGroup, type Choice } from '@/components/ui/checkbox-group'
import { Disclosure } from '@/components/ui/disclosure'
import { FormOutcome } from '@/components/ui/form-outcome'
import { TextInput } from '@/components/ui/text-input'
import { Textarea } from '@/components/ui/textarea'
import { emptyFormState, type FormValues, firstValue } from '@/lib/form-state'
import { proposeAction } from './actions'
import styles from './confirmation.module.css'

interface Props {
  /** The listing in the fields of this form, with the token and the version */
  values: FormValues
  days: readonly { name: string; label: string }[]
  services: readonly Choice[]
  communeName: string
  /** Hours that the cells cannot tell */
  otherHours: string | null
  /** Where the answer goes */
  email: string
}

/** What a structure knows of its place, filled in with what we have. */
export function ChangeForm({ values: listing, days, services, communeName, otherHours, email }: Props) {
  const t = useTranslations('confirmation')
  const [state, action, isPending] = useActionState(proposeAction, emptyFormState)
  const values = state.attempt === 0 ? listing : state.values
  const field = (name: string) => ({ name, defaultValue: firstValue(values, name), error: state.errors[name] })
  return (
    <Disclosure summary={t('change')} icon="pen" open={state.attempt > 0}>
      <p>{t('changeIntro', { email })}</p>
      <form action={action} noValidate>
        <FormOutcome state={state} title={t('toCorrect')} id="proposer" />
        <input type="hidden" name="token" value={firstValue(listing, 'token')} />
        <input type="hidden" name="version" value={firstValue(values, 'version')} />
        <div key={state.attempt}>
          <TextInput {...field('phone')} label={t('phone')} type="tel" autoComplete="off" />
          <Textarea {...field('emails')} label={t('emails')} hint={t('onePerLine')} rows={2} />
          <Textarea {...field('websites')} label={t('websites')} hint={t('onePerLine')} rows={2} />
          <TextInput
            {...field('address')}
            label={t('addressField')}
            hint={t('addressHint', { commune: communeName })}
            autoComplete="off"
          />
          {otherHours && <p>{t('hoursText', { hours: otherHours })}</p>}
          <fieldset className={styles.week}>
            <legend>{t('hours')}</legend>
            <p className={styles.soft}>{t('hoursHint')}</p>
            {days.map(({ name, label }) => (
              <TextInput key={name} {...field(name)} label={label} autoComplete="off" />
            ))}
          </fieldset>
          <CheckboxGroup
            name="services[]"
            id="services"
            label={t('servicesField')}
            choices={services}
            defaultValues={values['services[]'] ?? []}
            columns
          />
          <CheckboxGroup
            name="isClosed"
            label={t('closed')}
            hint={t('closedHint')}
            choices={[{ value: 'oui', label: t('yes') }]}
            defaultValues={values.isClosed ?? []}
          />
          <Textarea {...field('message')} label={t('message')} hint={t('messageHint')} rows={4} maxLength={2000} />
        </div>
        <Button variant="secondary" disabled={isPending}>
          {t('send')}
        </Button>
      </form>
    </Disclosure>
  )
}
