'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { FormOutcome } from '@/components/ui/form-outcome'
import { TextInput } from '@/components/ui/text-input'
import { PlaceCombobox } from '@/components/where/place-combobox'
import { emptyFormState, firstValue } from '@/lib/form-state'
import { askAction } from './actions'
import styles from './ask-form.module.css'

/** Who she is, and her structure. What is known of her already stands in it. */
export function AskForm({ name, email }: { name: string; email: string }) {
  const t = useTranslations('joining')
  const where = useTranslations('where')
  const [state, action, isPending] = useActionState(askAction, emptyFormState)
  const known = { name, email } as Record<string, string>
  const field = (id: string) => ({
    name: id,
    error: state.errors[id],
    defaultValue: state.attempt > 0 ? firstValue(state.values, id) : (known[id] ?? ''),
  })
  return (
    <form action={action} noValidate>
      <FormOutcome state={state} title={t('toCorrect')} />
      <div key={state.attempt}>
        <h2>{t('you')}</h2>
        <TextInput {...field('name')} label={t('name')} hint={t('nameHint')} autoComplete="name" required />
        <TextInput
          {...field('email')}
          type="email"
          label={t('email')}
          hint={t('emailHint')}
          autoComplete="email"
          required
        />
        <TextInput
          {...field('profession')}
          label={t('profession')}
          hint={t('professionHint')}
          autoComplete="organization-title"
        />
        <h2>{t('structure')}</h2>
        <TextInput
          {...field('structureName')}
          label={t('structureName')}
          hint={t('structureNameHint')}
          autoComplete="organization"
          required
        />
        <TextInput
          {...field('siret')}
          label={t('siret')}
          hint={t('siretHint')}
          inputMode="numeric"
          autoComplete="off"
          required
        />
        <div className={styles.commune}>
          <PlaceCombobox
            id="lieu"
            defaultValue={firstValue(state.values, 'lieu')}
            error={state.errors.lieu && <FieldError id="lieu">{state.errors.lieu}</FieldError>}
            text={{
              label: t('commune'),
              hint: t('communeHint'),
              found: where.raw('found'),
              none: where('none'),
              communes: where('communes'),
              departments: where('departments'),
              addresses: where('addresses'),
              formerly: where.raw('formerly'),
            }}
          />
        </div>
      </div>
      <p>
        <Button disabled={isPending}>{t('send')}</Button>
      </p>
    </form>
  )
}
