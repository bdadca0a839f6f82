'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { CheckboxGroup, type Choice } from '@/components/ui/checkbox-group'
import { FormOutcome } from '@/components/ui/form-outcome'
import { signs } from '@/lib/assessment/grid'
import { emptyFormState } from '@/lib/form-state'
import { spotAction } from './actions'
import styles from './form.module.css'
import { OutcomeView } from './outcome-view'
import { PageTitle } from './page-title'
import { WhereInput } from './where-input'

/** "Repérer": a minute at a counter, five signs, and what to propose. */
export function SpotForm({ needs }: { needs: readonly Choice[] }) {
  const t = useTranslations('orientation')
  const [{ form, assessed }, action, isPending] = useActionState(spotAction, { form: emptyFormState, assessed: null })
  if (assessed)
    return <OutcomeView assessed={assessed} values={form.values} action={action} again="/orientation/reperer" />
  return (
    <>
      <PageTitle isAnswer={form.attempt > 0 && Object.keys(form.errors).length === 0 && !form.message}>
        {t('spot.title')}
      </PageTitle>
      <p>{t('spot.intro')}</p>
      <FormOutcome state={form} title={t('form.toCorrect')} />
      <form action={action} key={form.attempt} autoComplete="off" noValidate>
        <CheckboxGroup
          name="signs[]"
          id="signs"
          label={t('spot.signs')}
          error={form.errors.signs}
          choices={signs.map((value) => ({ value, label: t(`spot.signNames.${value}`) }))}
          defaultValues={form.values['signs[]'] ?? []}
        />
        <CheckboxGroup
          type="radio"
          name="need"
          label={t('spot.need')}
          error={form.errors.need}
          choices={needs}
          defaultValues={form.values.need ?? ['papiers']}
          columns
        />
        <WhereInput form={form} />
        <Button disabled={isPending}>{t('form.submit')}</Button>
      </form>
      <section className={styles.section}>
        <h2>{t('spot.say')}</h2>
        <p>{t('spot.sayText')}</p>
        <p>
          <a href="/orientation/evaluation">{t('spot.longer')}</a>
        </p>
      </section>
    </>
  )
}
