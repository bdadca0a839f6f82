import { z } from 'zod'
import { hasSocialSecurityNumber } from '@/lib/privacy/social-security-number'
import {
  cares,
  deadlines,
  domains,
  equipment,
  needIds,
  type Observation,
  observations,
  signs,
  times,
  travels,
  wishes,
} from './grid'

const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>) => Object.keys(record) as [K, ...K[]]

/** Where places are looked for, as typed: a commune, a postcode, a street. */
const whereInput = {
  lieu: z
    .string()
    .trim()
    .max(200, 'Écrivez un nom plus court\u00a0: 200 signes au plus.')
    .refine(
      (text) => !hasSocialSecurityNumber(text),
      'N’écrivez pas de numéro de sécurité sociale\u00a0: une commune suffit.',
    )
    .default(''),
}

const observation = z.enum(keysOf(observations)).default('unseen')

/** The answers of the whole assessment. Nothing in it says who the person is. */
export const assessmentInput = z.object({
  needs: z.array(z.enum(needIds)).min(1, 'Cochez au moins un besoin, ou «\u00a0Je ne sais pas\u00a0».').prefault([]),
  deadline: z.enum(deadlines).default('later'),
  wish: z.enum(wishes).default('unsaid'),
  equipment: z.array(z.enum(equipment)).default([]),
  seen: z
    .object(
      Object.fromEntries(domains.map((domain) => [domain, observation])) as Record<
        (typeof domains)[number],
        typeof observation
      >,
    )
    .prefault({}),
  travel: z.enum(keysOf(travels)).default('transport'),
  cares: z.array(z.enum(cares)).default([]),
  times: z.array(z.enum(times)).default([]),
  ...whereInput,
})

/** The answers of the short version. */
export const spottingInput = z.object({
  signs: z.array(z.enum(signs)).min(1, 'Cochez au moins un signe.').prefault([]),
  need: z.enum(needIds).default('papiers'),
  ...whereInput,
})

export type Answers = Omit<z.output<typeof assessmentInput>, keyof typeof whereInput>
export type SpottedSigns = Omit<z.output<typeof spottingInput>, keyof typeof whereInput>
export type Seen = Readonly<Record<(typeof domains)[number], Observation>>
