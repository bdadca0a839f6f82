import 'server-only'
import { headers } from 'next/headers'
import type { z } from 'zod'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { currentUser, type SignedIn, signedIn } from '@/lib/auth'
import { env } from '@/lib/env'
import { ForbiddenError, UserError } from '@/lib/errors'
import {
  bringsFile,
  type FormState,
  type FormValues,
  fieldErrors,
  formObject,
  nextAttempt,
  readForm,
  withoutSecrets,
} from '@/lib/form-state'
import { isSameOrigin } from '@/lib/same-origin'

/** What a handler adds to the answer. One that redirects never returns. */
type Outcome = Promise<Partial<FormState> | undefined>

interface Options {
  /** Completes what was typed before it is judged: an address look-up, for instance. */
  prepare?: (values: FormValues) => Promise<FormValues>
}

/**
 * A server action for a form: origin, then session, then every field, then the handler, which
 * judges the territory first. What a person can put right comes back as form state with everything
 * she typed; anything else is thrown.
 */
export function formAction<Schema extends z.ZodType>(
  schema: Schema,
  handler: (input: z.output<Schema>, user: CurrentUser, values: FormValues) => Outcome,
  { prepare = async (values) => values }: Options = {},
) {
  return (previous: FormState, form: FormData) =>
    answer(previous, form, async (sent, show) => {
      const user = await currentUser()
      if (!user)
        throw new ForbiddenError('Vous n’êtes plus connecté. Connectez-vous dans un autre onglet, puis revenez ici.')
      const values = await prepare(sent)
      show(values)
      return judge(schema, values, (input) => handler(input, user, values))
    })
}

/** The same for the forms by which a session passes its second factor: the handler judges how far it has come. */
export function signInFormAction<Schema extends z.ZodType>(
  schema: Schema,
  handler: (input: z.output<Schema>, signed: SignedIn) => Outcome,
) {
  return (previous: FormState, form: FormData) =>
    answer(previous, form, async (values) => {
      const signed = await signedIn()
      if (!signed) throw new ForbiddenError('Votre connexion a pris fin. Connectez-vous de nouveau.')
      return judge(schema, values, (input) => handler(input, signed))
    })
}

/** The same for the forms of people who are not signed in. */
export function publicFormAction<Schema extends z.ZodType>(
  schema: Schema,
  handler: (input: z.output<Schema>, values: FormValues) => Outcome,
) {
  return (previous: FormState, form: FormData) =>
    answer(previous, form, (values) => judge(schema, values, (input) => handler(input, values)))
}

async function judge<Schema extends z.ZodType>(
  schema: Schema,
  values: FormValues,
  handler: (input: z.output<Schema>) => Outcome,
): Outcome {
  const parsed = await schema.safeParseAsync(formObject(values), { error: () => 'Cette valeur n’est pas valable.' })
  return parsed.success ? handler(parsed.data) : { errors: fieldErrors(parsed.error) }
}

async function answer(
  previous: FormState,
  form: FormData,
  act: (values: FormValues, show: (values: FormValues) => void) => Outcome,
): Promise<FormState> {
  let values = readForm(form)
  const reply = (outcome: Partial<FormState>): FormState => ({
    errors: {},
    tone: 'error',
    values: withoutSecrets(values),
    attempt: nextAttempt(previous),
    ...outcome,
  })
  try {
    await checkSent(form)
    const outcome = await act(values, (completed) => {
      values = completed
    })
    return reply(outcome ?? {})
  } catch (error) {
    if (error instanceof UserError) return reply({ message: error.message, way: error.way })
    throw error
  }
}

/**
 * What every form is asked before it is read.
 *
 * @throws ForbiddenError as {@link checkOrigin} does, UserError when it brings a file: none is ever kept
 */
export async function checkSent(form: FormData): Promise<void> {
  await checkOrigin()
  if (bringsFile(form)) throw new UserError('Rien ne peut être joint\u00a0: enlevez le fichier, puis recommencez.')
}

/** @throws ForbiddenError when another site, or no page at all, sent the request */
export async function checkOrigin(): Promise<void> {
  const sent = await headers()
  if (!isSameOrigin(sent.get('origin'), sent.get('host'), env().PUBLIC_URL)) {
    throw new ForbiddenError('Cette demande ne vient pas de ce site\u00a0: rien n’a été fait.')
  }
}
