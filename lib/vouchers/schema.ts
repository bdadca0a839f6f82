import { z } from 'zod'
import { bookletSizes } from './booklet'

const id = z.uuid('Cette orientation n’existe pas.')
const bookletId = z.uuid('Ce carnet n’existe pas.')
const day = (missing: string) => z.iso.date(missing)
const count = z.coerce
  .number('Choisissez un nombre.')
  .int()
  .min(0)
  .max(Math.max(...bookletSizes))

/** The Pass numérique began in 2019: an earlier year is a slip. */
const firstDay = '2019-01-01'

/** Longer than any booklet serves, in days. */
const longestDays = 3 * 366

/** A booklet that a helper gives with a referral. Days are as on a calendar, and printed on it. */
export const bookletInput = z
  .object({
    id,
    vouchers: z.coerce
      .number()
      .refine((size) => bookletSizes.some((each) => each === size), 'Un carnet a de 5 à 10 chèques.'),
    givenOn: day('Choisissez le jour où vous l’avez donné.').refine(
      (given) => given >= firstDay,
      'Le Pass numérique existe depuis 2019\u00a0: relisez l’année.',
    ),
    expiresOn: day('Choisissez le dernier jour où il sert\u00a0: il est écrit dessus.'),
  })
  .refine(({ givenOn, expiresOn }) => expiresOn >= givenOn, {
    path: ['expiresOn'],
    message: 'Ce carnet serait périmé avant d’être donné.',
  })
  .refine(({ givenOn, expiresOn }) => Date.parse(expiresOn) - Date.parse(givenOn) <= longestDays * 86_400_000, {
    path: ['expiresOn'],
    message: 'Ce jour est trop loin\u00a0: relisez-le sur le carnet.',
  })

export type BookletInput = z.output<typeof bookletInput>

/** How many sessions were used, and how many the person saw noted before she changed it. */
export const sessionsInput = z.object({ id, bookletId, seen: count, used: count })

export type SessionsInput = z.output<typeof sessionsInput>

export const takingBack = z.object({ id, bookletId })
