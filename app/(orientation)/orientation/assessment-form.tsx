'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { CheckboxGroup, type Choice } from '@/components/ui/checkbox-group'
import { FormOutcome } from '@/components/ui/form-outcome'
import { cares, deadlines, domains, equipment, observations, times, travels, wishes } from '@/lib/assessment/grid'
import { emptyFormState } from '@/lib/form-state'
import { assessAction } from './actions'
import styles from './form.module.css'
import { OutcomeView } from './outcome-view'
import { PageTitle } from './page-title'
import { WhereInput } from './where-input'

const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>) => Object.keys(record) as K[]

/** The assessment on one page, then what it leads to on the same page: no address ever holds an answer. */
export function AssessmentForm({ needs }: { needs: readonly Choice[] }) {
  const t = useTranslations('orientation.form')
  const timeName = useTranslations('openingTimes')
  const [{ form, assessed }, action, isPending] = useActionState(assessAction, { form: emptyFormState, assessed: null })
  if (assessed)
    return (
      <OutcomeView assessed={assessed} values={form.values} action={action} again="/orientation/evaluation" hasAims />
    )
  const one = (name: string, first: string) => ({
    type: 'radio' as const,
    name,
    error: form.errors[name],
    defaultValues: form.values[name] ?? [first],
  })
  const many = (name: string) => ({
    name: `${name}[]`,
    id: name,
    error: form.errors[name],
    defaultValues: form.values[`${name}[]`] ?? [],
    columns: true,
  })
  const named = <Value extends string>(values: readonly Value[], nameOf: (value: Value) => string): Choice[] =>
    values.map((value) => ({ value, label: nameOf(value) }))
  return (
    <>
      <PageTitle isAnswer={form.attempt > 0 && Object.keys(form.errors).length === 0 && !form.message}>
        {t('title')}
      </PageTitle>
      <p>{t('intro')}</p>
      <p>
        <strong>{t('notSaved')}</strong>
      </p>
      <FormOutcome state={form} title={t('toCorrect')} />
      {/* A browser that fills forms again would show the next person what the last one answered. */}
      <form action={action} key={form.attempt} autoComplete="off" noValidate>
        <section className={styles.section}>
          <h2>{t('sections.need')}</h2>
          <CheckboxGroup {...many('needs')} label={t('needs')} hint={t('needsHint')} choices={needs} />
          <CheckboxGroup
            {...one('deadline', 'later')}
            label={t('deadline')}
            choices={named(deadlines, (value) => t(`deadlines.${value}`))}
          />
          <CheckboxGroup
            {...one('wish', 'unsaid')}
            label={t('wish')}
            hint={t('wishHint')}
            choices={named(wishes, (value) => t(`wishes.${value}`))}
            columns
          />
        </section>
        <section className={styles.section}>
          <h2>{t('sections.things')}</h2>
          <CheckboxGroup
            {...many('equipment')}
            label={t('equipment')}
            choices={named(equipment, (value) => t(`things.${value}`))}
          />
        </section>
        <section className={styles.section}>
          <h2>{t('sections.seen')}</h2>
          <p>{t('seenHint')}</p>
          {domains.map((domain) => (
            <CheckboxGroup
              key={domain}
              {...one(`seen.${domain}`, 'unseen')}
              label={t(`acts.${domain}`)}
              choices={named(keysOf(observations), (value) => t(`observations.${value}`))}
              columns
            />
          ))}
        </section>
        <section className={styles.section}>
          <h2>{t('sections.constraints')}</h2>
          <CheckboxGroup
            {...one('travel', 'transport')}
            label={t('travel')}
            choices={named(keysOf(travels), (value) => t(`travels.${value}`))}
            columns
          />
          <CheckboxGroup
            {...many('cares')}
            label={t('cares')}
            hint={t('caresHint')}
            choices={named(cares, (value) => t(`careNames.${value}`))}
          />
          <CheckboxGroup
            {...many('times')}
            label={t('times')}
            hint={t('timesHint')}
            choices={named(times, (value) => timeName(value))}
          />
        </section>
        <section className={styles.section}>
          <h2>{t('sections.where')}</h2>
          <WhereInput form={form} />
        </section>
        <Button disabled={isPending}>{t('submit')}</Button>
      </form>
    </>
  )
}
