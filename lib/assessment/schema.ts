import { z } from 'zod'
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

const degrees = (most: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d+)?$/)
    .transform(Number)
    .refine((value) => Math.abs(value) <= most)
    .optional()
    .catch(undefined)

/** Where places are looked for: a commune, a postcode or an address as typed, with its position when it was chosen. */
const whereInput = {
  lieu: z.string().trim().max(200, 'Écrivez un nom plus court\u00a0: 200 signes au plus.').default(''),
  lat: degrees(90),
  lon: degrees(180),
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
export type WhereInput = Pick<z.output<typeof assessmentInput>, keyof typeof whereInput>
export type Seen = Readonly<Record<(typeof domains)[number], Observation>>
