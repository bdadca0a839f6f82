'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { CheckboxGroup, type Choice } from '@/components/ui/checkbox-group'
import { Disclosure } from '@/components/ui/disclosure'
import { FormOutcome } from '@/components/ui/form-outcome'
import { Notice } from '@/components/ui/notice'
import { type Option, Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { Textarea } from '@/components/ui/textarea'
import { emptyFormState, type FormValues, firstValue } from '@/lib/form-state'
import { sendAction } from './actions'
import { Information } from './information'
import styles from './send.module.css'

interface Props {
  place: { id: string; name: string }
  services: readonly Choice[]
  /** Hers, of which one sends */
  organisations: readonly Option[]
  /** What is known before she writes */
  first: FormValues
  /** On the calendar of the place: `2026-11-22` */
  today: string
  /** Months after the end when all that is personal is erased */
  eraseAfter: number
}

const modes = ['INDIVIDUAL', 'WORKSHOP', 'SELF_SERVICE', 'REMOTE'] as const
const levels = ['BEGINNER', 'INTERMEDIATE', 'ADVANCED'] as const
const detailFields = ['level', 'need', 'constraints']
const personFields = ['name', 'phone', 'email']

/** What is sought, and the agreement of the person; all the rest is folded away. */
export function SendForm({ place, services, organisations, first, today, eraseAfter }: Props) {
  const t = useTranslations('referral.send')
  const words = useTranslations('referral')
  const [state, action, isPending] = useActionState(sendAction, emptyFormState)
  const values = state.attempt === 0 ? first : state.values
  const field = (name: string) => ({ name, defaultValue: firstValue(values, name), error: state.errors[name] })
  const isOpen = (names: readonly string[]) => names.some((name) => state.errors[name] || firstValue(values, name))
  return (
    <>
      <FormOutcome state={state} title={t('toCorrect')} />
      {/* A browser that fills forms again would show the next person what was written for the last one. */}
      <form action={action} key={state.attempt} autoComplete="off" noValidate>
        <input type="hidden" name="placeId" value={place.id} />
        <input type="hidden" name="id" value={firstValue(values, 'id')} />
        {organisations.length > 1 ? (
          <Select {...field('organisationId')} label={t('organisation')} options={organisations} />
        ) : (
          <input type="hidden" name="organisationId" value={organisations[0]?.value ?? ''} />
        )}
        <CheckboxGroup
          name="services[]"
          id="services"
          label={t('services')}
          hint={t('servicesHint')}
          error={state.errors.services}
          choices={services}
          defaultValues={values['services[]'] ?? []}
          columns
        />
        <CheckboxGroup
          type="radio"
          name="supportMode"
          label={t('supportMode')}
          error={state.errors.supportMode}
          choices={[
            { value: '', label: t('anyMode') },
            ...modes.map((value) => ({ value, label: words(`supportModes.${value}`) })),
          ]}
          defaultValues={[firstValue(values, 'supportMode')]}
          columns
        />
        <TextInput
          {...field('neededBy')}
          className={styles.date}
          type="date"
          min={today}
          label={t('neededBy')}
          hint={t('neededByHint')}
        />
        <div className={styles.folded}>
          <Disclosure summary={t('details')} icon="pen" open={isOpen(detailFields)}>
            <Notice tone="warning">
              <p>{t('sensitive')}</p>
            </Notice>
            <Textarea {...field('need')} label={t('need')} hint={t('needHint')} rows={2} maxLength={1000} />
            <Textarea
              {...field('constraints')}
              label={t('constraints')}
              hint={t('constraintsHint')}
              rows={2}
              maxLength={500}
            />
            <Select
              {...field('level')}
              label={t('level')}
              placeholder={t('anyLevel')}
              options={levels.map((value) => ({ value, label: words(`levels.${value}`) }))}
            />
          </Disclosure>
          <Disclosure summary={t('person')} icon="phone" open={isOpen(personFields)}>
            <p>{t('personText')}</p>
            <TextInput {...field('name')} label={t('name')} maxLength={120} autoComplete="off" />
            <TextInput {...field('phone')} type="tel" label={t('phone')} maxLength={40} autoComplete="off" />
            <TextInput {...field('email')} type="email" label={t('email')} maxLength={254} autoComplete="off" />
          </Disclosure>
        </div>
        <Information placeName={place.name} eraseAfter={eraseAfter} />
        <CheckboxGroup
          name="agreed"
          label={t('agreement')}
          error={state.errors.agreed}
          choices={[{ value: 'on', label: t('agreed') }]}
          defaultValues={values.agreed ?? []}
        />
        <Button disabled={isPending}>{t('submit')}</Button>
      </form>
    </>
  )
}
