import { z } from 'zod'
import { professionField } from '@/lib/accounts/joining/schema'

const organisationId = z.uuid('Cette organisation n’existe pas.')

/** Leaving; whoever is the last ticks that she knows it. */
export const leaving = z.object({
  organisationId,
  knowsLast: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
})

export const professionInput = z.object({ organisationId, profession: professionField })
