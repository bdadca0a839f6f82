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
  const sent = (name: string, first: string) => form.values[name] ?? [first]
  const ticked = (name: string) => form.values[name] ?? []
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
          <CheckboxGroup
            name="needs[]"
            id="needs"
            label={t('needs')}
            hint={t('needsHint')}
            error={form.errors.needs}
            choices={needs}
            defaultValues={ticked('needs[]')}
            columns
          />
          <CheckboxGroup
            type="radio"
            name="deadline"
            label={t('deadline')}
            error={form.errors.deadline}
            choices={deadlines.map((value) => ({ value, label: t(`deadlines.${value}`) }))}
            defaultValues={sent('deadline', 'later')}
          />
          <CheckboxGroup
            type="radio"
            name="wish"
            label={t('wish')}
            hint={t('wishHint')}
            error={form.errors.wish}
            choices={wishes.map((value) => ({ value, label: t(`wishes.${value}`) }))}
            defaultValues={sent('wish', 'unsaid')}
            columns
          />
        </section>
        <section className={styles.section}>
          <h2>{t('sections.things')}</h2>
          <CheckboxGroup
            name="equipment[]"
            id="equipment"
            label={t('equipment')}
            error={form.errors.equipment}
            choices={equipment.map((value) => ({ value, label: t(`things.${value}`) }))}
            defaultValues={ticked('equipment[]')}
            columns
          />
        </section>
        <section className={styles.section}>
          <h2>{t('sections.seen')}</h2>
          <p>{t('seenHint')}</p>
          {domains.map((domain) => (
            <CheckboxGroup
              key={domain}
              type="radio"
              name={`seen.${domain}`}
              label={t(`acts.${domain}`)}
              error={form.errors[`seen.${domain}`]}
              choices={keysOf(observations).map((value) => ({ value, label: t(`observations.${value}`) }))}
              defaultValues={sent(`seen.${domain}`, 'unseen')}
              columns
            />
          ))}
        </section>
        <section className={styles.section}>
          <h2>{t('sections.constraints')}</h2>
          <CheckboxGroup
            type="radio"
            name="travel"
            label={t('travel')}
            error={form.errors.travel}
            choices={keysOf(travels).map((value) => ({ value, label: t(`travels.${value}`) }))}
            defaultValues={sent('travel', 'transport')}
            columns
          />
          <CheckboxGroup
            name="cares[]"
            id="cares"
            label={t('cares')}
            hint={t('caresHint')}
            error={form.errors.cares}
            choices={cares.map((value) => ({ value, label: t(`careNames.${value}`) }))}
            defaultValues={ticked('cares[]')}
            columns
          />
          <CheckboxGroup
            name="times[]"
            id="times"
            label={t('times')}
            hint={t('timesHint')}
            error={form.errors.times}
            choices={times.map((value) => ({ value, label: timeName(value) }))}
            defaultValues={ticked('times[]')}
            columns
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
