import { z } from 'zod'
import { isSafe, noNumber } from '@/lib/privacy/safe-text'
import { optionalLine } from '../fields'
import { readBulkChange } from './change'

/** What the table asks for: a change, and the ticked places or all that its search finds. */
export const bulkRequest = z.object({
  change: z.string('Choisissez ce que vous voulez changer.').transform((text, context) => {
    const change = readBulkChange(text)
    if (change && change.kind !== 'undo') return change
    context.addIssue({ code: 'custom', message: 'Choisissez ce que vous voulez changer.' })
    return z.NEVER
  }),
  ids: z
    .array(z.string().regex(/^adp-[1-9]\d{0,15}$/))
    .max(1000)
    .default([]),
  all: z.string().optional(),
  query: z
    .string()
    .max(5000)
    .refine((query) => isSafe(query.replaceAll('+', ' ')), noNumber)
    .default(''),
})

/** Saying yes to a bulk edit, or undoing it. */
export const bulkAnswer = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('start'), id: z.uuid(), reason: optionalLine(300) }),
  z.object({ intent: z.literal('undo'), id: z.uuid() }),
])
