import { z } from 'zod'
import { isSafe, noNumber } from '@/lib/privacy/safe-text'
import { requiredLine } from '../fields'
import { parametersOf, queryOf } from '../table/address'

const name = requiredLine(80, 'Donnez un nom à cette vue.')
const id = z.uuid()

/** Keeping the search that one looks at, renaming or removing a kept one. */
export const viewRequest = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('keep'),
    name,
    query: z
      .string()
      .max(2000, 'Cette recherche est trop longue pour être gardée.')
      // In one form whatever the order in which it was built: the view is then known again.
      .transform((query) => queryOf(parametersOf(query)))
      .refine((query) => isSafe(query.replaceAll('+', ' ')), noNumber),
  }),
  z.object({ intent: z.literal('rename'), id, name }),
  z.object({ intent: z.literal('remove'), id }),
])

export type ViewRequest = z.output<typeof viewRequest>
