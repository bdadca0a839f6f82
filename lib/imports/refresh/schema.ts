import { z } from 'zod'
import { isSafe, noNumber } from '@/lib/privacy/safe-text'

/** How often a source may be read again, in days. */
export const refreshIntervals = [1, 7, 30] as const

const address = z
  .string()
  .trim()
  .min(1, 'Écrivez l’adresse du fichier.')
  .max(2000, 'Cette adresse est trop longue.')
  .refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text), {
    message: 'Écrivez une adresse qui commence par « https:// » ou « http:// ».',
    abort: true,
  })
  .refine((text) => new URL(text).username === '' && new URL(text).password === '', {
    message: 'Cette adresse contient un mot de passe : enlevez-le.',
  })
  .refine(isSafe, noNumber)

const days = z.coerce
  .number()
  .refine((given) => (refreshIntervals as readonly number[]).includes(given), 'Choisissez un rythme de la liste.')

/** What a person asks of a source: when it is read again and from where, at once, or no more. */
export const refreshRequest = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('set'), sourceId: z.uuid(), url: address, days }),
  z.object({ intent: z.literal('now'), sourceId: z.uuid() }),
  z.object({ intent: z.literal('stop'), sourceId: z.uuid() }),
])
export type RefreshInput = Pick<
  Extract<z.output<typeof refreshRequest>, { intent: 'set' }>,
  'sourceId' | 'url' | 'days'
>
