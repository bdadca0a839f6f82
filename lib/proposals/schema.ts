import { z } from 'zod'
import { optionalText, shownVersion } from '@/lib/places/fields'
import { optionalRules } from './text-rules'

/** Only what she takes is judged: a wrong value that she leaves must not stand in her way. */
function takenOnly(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) return answer
  const { take, value } = answer as { take?: unknown; value?: unknown }
  if (typeof value !== 'object' || value === null) return answer
  const taken = Array.isArray(take) ? take : []
  return { ...answer, value: Object.fromEntries(Object.entries(value).filter(([field]) => taken.includes(field))) }
}

/** An answer to a report or a proposal: what is taken of it, perhaps with other words, and what to write to the person. */
export const queueAnswer = z.preprocess(
  takenOnly,
  z.object({
    kind: z.enum(['report', 'structure', 'import'], 'Cette demande n’existe pas.'),
    id: z.uuid('Cette demande n’existe pas.'),
    decision: z.enum(['accept', 'refuse', 'reopen'], 'Cette réponse n’est pas proposée.'),
    /** The version of the place that she has before her */
    version: shownVersion,
    take: z.array(z.string().max(100)).max(200).default([]),
    value: z.object(optionalRules).default({}),
    word: optionalText(2000),
    /** The list that she came from */
    from: z.enum(['report', 'structure', 'import']).optional().catch(undefined),
  }),
)

export type QueueAnswer = z.output<typeof queueAnswer>
