import { z } from 'zod'

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

/** When a source is read again, and from where. */
export const refreshInput = z.object({
  sourceId: z.uuid(),
  url: address,
  days: z.coerce
    .number()
    .refine((days) => (refreshIntervals as readonly number[]).includes(days), 'Choisissez un rythme de la liste.'),
})
export type RefreshInput = z.output<typeof refreshInput>

export const sourceRequest = z.object({ sourceId: z.uuid() })
