import { z } from 'zod'
import { addDays } from '@/lib/hours/closure'
import { calendarDay, optionalLine } from '../fields'

const placeId = z.string().regex(/^adp-[1-9]\d*$/)

const day = (missing: string) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim())
    .refine((text) => text !== '', missing)
    .refine((text) => text === '' || calendarDay().safeParse(text).success, 'Écrivez une date, comme 2026-12-24.')

/** Nobody knows their holidays further ahead. */
const yearsAhead = 2

/** An exceptional closure as a form tells it: of one day when its last day is left empty. */
export const closureInput = z
  .object({
    id: placeId,
    from: day('Choisissez le premier jour.'),
    to: z.string().default(''),
    reason: optionalLine(200),
  })
  .transform((closure) => ({ ...closure, to: closure.to.trim() || closure.from }))
  .superRefine(({ from, to }, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['to'], message })
    if (!calendarDay().safeParse(to).success) return refuse('Écrivez une date, comme 2027-01-02.')
    if (to < from) refuse('Le dernier jour vient avant le premier.')
    const last = addDays(new Date().toISOString().slice(0, 10), yearsAhead * 365)
    if (to > last) refuse(`Annoncez une fermeture au plus ${yearsAhead} ans à l’avance.`)
  })

export type ClosureInput = z.output<typeof closureInput>

export const closureRemoval = z.object({ id: placeId, closureId: z.uuid() })
