'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { FormOutcome } from '@/components/ui/form-outcome'
import { TextInput } from '@/components/ui/text-input'
import { Textarea } from '@/components/ui/textarea'
import { emptyFormState, type FormState, type FormValues } from '@/lib/form-state'
import { locales } from '@/lib/i18n/languages'
import { vocabularies } from '@/lib/open-data/vocabulary'
import { formFields } from '../lieux/place-form/form-fields'
import styles from '../lieux/place-form/place-form.module.css'

const { services, programmes, specialCare, ...otherAnswers } = vocabularies
const usualAnswers = { services, programmes, specialCare } as const

interface Props {
  action: (state: FormState, form: FormData) => Promise<FormState>
  initial: FormValues
  /** Absent for a new need. */
  id?: string
  version?: number
}

/** A need: its name, the words that say it, and what answers it. */
export function NeedForm({ action, initial, id, version }: Props) {
  const t = useTranslations('coordination.vocabulary')
  const [state, submit, isPending] = useActionState(action, emptyFormState)
  const fields = formFields(state, initial)
  const words = (language: (typeof locales)[number]) => (
    <Textarea
      key={language}
      name={`terms.${language}`}
      label={t(`languages.${language}`)}
      hint={language === 'fr' ? t('termsHint') : undefined}
      error={fields.error(`terms.${language}`)}
      defaultValue={fields.text(`terms.${language}`)}
      rows={language === 'fr' ? 8 : 3}
      lang={language}
      dir={language === 'ar' ? 'rtl' : undefined}
    />
  )
  const boxes = ([list, values]: [string, Readonly<Record<string, string>>]) => (
    <CheckboxGroup
      key={list}
      name={`${list}[]`}
      id={list}
      label={t(`answers.${list as 'services'}`)}
      error={fields.error(list)}
      choices={Object.entries(values).map(([value, label]) => ({ value, label }))}
      defaultValues={fields.list(list)}
      columns
    />
  )
  return (
    <form action={submit} noValidate className={styles.form} aria-label={t('form')}>
      {id && <input type="hidden" name="id" value={id} />}
      {version && <input type="hidden" name="version" value={version} />}
      <FormOutcome state={state} title={t('toCorrect')} />
      {/* React empties forms once sent: fresh fields take up what was typed. */}
      <div key={state.attempt} className={styles.section}>
        <TextInput
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          error={fields.error('name')}
          defaultValue={fields.text('name')}
          maxLength={80}
          autoComplete="off"
        />
        {words('fr')}
        <details>
          <summary>{t('otherLanguages')}</summary>
          {locales.slice(1).map(words)}
        </details>
        <h2>{t('answersTitle')}</h2>
        <p>{t('answersText')}</p>
        {Object.entries(usualAnswers).map(boxes)}
        <details>
          <summary>{t('otherAnswers')}</summary>
          {Object.entries(otherAnswers).map(boxes)}
          <CheckboxGroup
            name="isAccessible"
            label={t('answers.isAccessible')}
            choices={[{ value: 'oui', label: t('hasSheet') }]}
            defaultValues={fields.isTicked('isAccessible') ? ['oui'] : []}
          />
        </details>
      </div>
      <div className={`${styles.save} ${styles.buttons}`}>
        <Button name="intent" value="save" disabled={isPending}>
          {t('save')}
        </Button>
        <Button name="intent" value="preview" variant="secondary" disabled={isPending}>
          {t('try')}
        </Button>
      </div>
    </form>
  )
}
