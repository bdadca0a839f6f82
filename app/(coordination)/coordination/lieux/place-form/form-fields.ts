import { type FormState, type FormValues, firstValue } from '@/lib/form-state'

/** What each field of the form shows: what was typed last, else what the place says. */
export interface FormFields {
  text: (name: string) => string
  list: (name: string) => readonly string[]
  isTicked: (name: string) => boolean
  error: (name: string) => string | undefined
}

export function formFields(state: FormState, initial: FormValues): FormFields {
  const values = state.attempt > 0 ? state.values : initial
  return {
    text: (name) => firstValue(values, name),
    list: (name) => values[`${name}[]`] ?? [],
    isTicked: (name) => firstValue(values, name) !== '',
    error: (name) => state.errors[name],
  }
}
