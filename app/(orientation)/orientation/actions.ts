'use server'

import { getFormatter, getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import { type Answers, assessmentInput, spottingInput } from '@/lib/assessment/schema'
import { answersOfSigns } from '@/lib/assessment/spotting'
import { UserError } from '@/lib/errors'
import { checkSent } from '@/lib/form-action'
import {
  emptyFormState,
  type FormState,
  fieldErrors,
  formObject,
  nextAttempt,
  readForm,
  withoutSecrets,
} from '@/lib/form-state'
import { type Assessed, assess, type Nowhere } from './assess'

/** The form as it was sent, and what it led to: null until it is complete, or when answers are to be changed. */
export interface AssessmentState {
  form: FormState
  assessed: Assessed | null
}

/** The whole assessment. Nothing is written: the answers come in the body of a form, the outcome goes in its answer. */
export async function assessAction(previous: AssessmentState, form: FormData): Promise<AssessmentState> {
  return answer(previous, form, assessmentInput, ({ lieu, ...answers }) => ({ lieu, answers }))
}

/** The short version, read by the same rule. */
export async function spotAction(previous: AssessmentState, form: FormData): Promise<AssessmentState> {
  return answer(previous, form, spottingInput, ({ lieu, ...signs }) => ({ lieu, answers: answersOfSigns(signs) }))
}

async function answer<Schema extends z.ZodType>(
  previous: AssessmentState,
  form: FormData,
  schema: Schema,
  read: (input: z.output<Schema>) => { lieu: string; answers: Answers },
): Promise<AssessmentState> {
  const values = withoutSecrets(readForm(form))
  const again = (outcome: Partial<FormState>): AssessmentState => ({
    form: { ...emptyFormState, values, attempt: nextAttempt(previous?.form), tone: 'error', ...outcome },
    assessed: null,
  })
  try {
    await checkSent(form)
    if (values.change?.[0] === 'yes') return again({ values: { ...values, change: [] } })
    const parsed = schema.safeParse(formObject(values), { error: () => 'Cette valeur n’est pas valable.' })
    if (!parsed.success) return again({ errors: fieldErrors(parsed.error) })
    const { lieu, answers } = read(parsed.data)
    const assessed = await assess(answers, lieu)
    if ('problem' in assessed) return again({ errors: { lieu: await wordsOf(assessed) } })
    return { ...again({}), assessed }
  } catch (error) {
    if (error instanceof UserError) return again({ message: error.message })
    throw error
  }
}

async function wordsOf(nowhere: Nowhere): Promise<string> {
  const [t, format] = await Promise.all([getTranslations('orientation.form.whereErrors'), getFormatter()])
  if (nowhere.problem === 'unknown') return t('unknown')
  return t('ambiguous', { examples: format.list(nowhere.examples, { type: 'disjunction' }) })
}
