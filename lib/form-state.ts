import type { z } from 'zod'

/** What a form sent, by the names of its fields: a field may be sent several times. */
export type FormValues = Readonly<Record<string, readonly string[]>>

/** What a form shows once it has been sent. */
export interface FormState {
  /** By field: `name`, `services.EMPLOYMENT.note`. */
  errors: Readonly<Record<string, string>>
  /** Everything typed, as typed, to be shown again. */
  values: FormValues
  /** About the whole form. */
  message?: string
  tone?: 'error' | 'warning' | 'success'
  /** Where what the message says is put right */
  way?: { href: string; label: string } | undefined
  /** What the server understood of a field, to be shown beside it. */
  notes?: Readonly<Record<string, string>>
  /** Backup codes, shown this once */
  codes?: readonly string[]
  /** When somebody else saved meanwhile: the fields that both changed. */
  conflicts?: readonly Conflict[]
  /** What is there already and may be the same: shown before anything is saved. */
  candidates?: readonly Candidate[]
  /** What is odd in it: shown before anything is saved */
  oddities?: readonly Oddity[]
  /** Rises with each sending, so that the page can tell one answer from the next. */
  attempt: number
}

/** Something that may be what is being added. */
export interface Candidate {
  id: string
  name: string
  address: string
  communeName: string
}

/** One field that two people changed, as each left it, in the form's own names and text. */
export interface Conflict {
  field: string
  theirs: FormValues
  yours: FormValues
}

/** Something odd that may be true: saved once she says so. */
export interface Oddity {
  text: string
  href?: string
}

/** What a form is sent to, as `useActionState` calls it. */
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>

export const emptyFormState: FormState = { errors: {}, values: {}, attempt: 0 }

/** Secrets are never sent back to the page. */
const neverShownAgain = new Set(['password', 'confirmation', 'presentPassword'])

/**
 * The text fields of a form, without files, without what React adds, and without NUL, which PostgreSQL has no text
 * with. Anybody may send to an action what is no form: it has none.
 */
export function readForm(form: unknown): FormValues {
  const values: Record<string, string[]> = Object.create(null)
  for (const [name, value] of form instanceof FormData ? form : []) {
    if (typeof value !== 'string' || name.startsWith('$')) continue
    values[name] ??= []
    values[name].push(value.replaceAll('\0', ''))
  }
  return values
}

/** Whether a form brings a file: an empty field of a browser sends one without a name or a byte. */
export function bringsFile(form: unknown): boolean {
  return form instanceof FormData && [...form.values()].some((value) => typeof value !== 'string' && value.size > 0)
}

/** The number of an answer: one more than in the state that came with the form, which anybody may write. */
export function nextAttempt(previous: Partial<FormState> | null | undefined): number {
  return typeof previous?.attempt === 'number' ? previous.attempt + 1 : 1
}

/** What may be shown again. */
export function withoutSecrets(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !neverShownAgain.has(name)))
}

/** One field's text, empty when it was not sent. */
export function firstValue(values: FormValues, name: string): string {
  return values[name]?.[0] ?? ''
}

interface Tree {
  [key: string]: string | string[] | Tree
}

/**
 * The object that a schema reads: `audiences[]` is a list, a dot goes one level down
 * (`services.EMPLOYMENT.fees[]`), any other name keeps its first value.
 */
export function formObject(values: FormValues): Tree {
  const root: Tree = Object.create(null)
  for (const [name, sent] of Object.entries(values)) {
    const isList = name.endsWith('[]')
    const path = (isList ? name.slice(0, -2) : name).split('.')
    const last = path.pop() ?? ''
    let node = root
    for (const step of path) {
      const next = node[step]
      if (typeof next === 'object' && !Array.isArray(next)) node = next
      else {
        const made: Tree = Object.create(null)
        node[step] = made
        node = made
      }
    }
    node[last] = isList ? [...sent] : (sent[0] ?? '')
  }
  return root
}

/** The first message of each field at fault, all fields at once; a list's item speaks for its list. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { path, message } of error.issues) {
    const item = path.findIndex((step) => typeof step === 'number')
    const field = path.slice(0, item < 0 ? undefined : item).join('.')
    errors[field] ??= message
  }
  return errors
}
