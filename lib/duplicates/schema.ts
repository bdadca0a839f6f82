import { z } from 'zod'
import { shownVersion } from '@/lib/places/fields'
import { mergeFields, sides } from './merge'

const placeId = z.string().regex(/^adp-[1-9]\d{0,9}$/)
const version = shownVersion

/** Two places, as they were when the person looked at them. */
const pair = { one: placeId, other: placeId, oneVersion: version, otherVersion: version }

export const pairDecision = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('merge'),
    ...pair,
    kept: z.enum(['one', 'other'], 'Choisissez la fiche qui reste.'),
    from: z.partialRecord(z.enum(mergeFields), z.enum(sides)).default({}),
  }),
  z.object({ intent: z.literal('distinct'), one: placeId, other: placeId }),
])

export type MergeRequest = Extract<z.output<typeof pairDecision>, { intent: 'merge' }>

export const mergeUndo = z.object({ id: z.uuid() })
