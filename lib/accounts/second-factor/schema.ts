import { z } from 'zod'
import { isSafe, noNumber } from '@/lib/privacy/safe-text'

/** A code as people copy it: spaces do not count. */
const code = z
  .string()
  .transform((typed) => typed.replace(/\s/g, ''))
  .pipe(z.string().min(1, 'Écrivez le code.').max(40, 'Ce code est trop long.'))

/** The code of an application, or one of the backup codes. */
export const secondFactorInput = z.object({ code, returnTo: z.string().default('') })

/** The first code of an application. */
export const firstCodeInput = z.object({
  code: code.pipe(z.string().regex(/^\d{6}$/, 'Le code a 6 chiffres.')),
})

/** What a browser made for a passkey, as it came; the library judges it. */
const made = z
  .string()
  .max(20_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'La clé d’accès n’a pas pu être lue. Recommencez.' })
      return z.NEVER
    }
  })

const publicKeyAnswer = z.looseObject({ id: z.string(), rawId: z.string(), type: z.literal('public-key') })

export const newPasskeyInput = z.object({
  response: made.pipe(publicKeyAnswer),
  name: z
    .string()
    .trim()
    .max(100, 'Ce nom est trop long.')
    .refine(isSafe, noNumber)
    .transform((name) => name || 'Clé d’accès'),
})

export const passkeyAnswerInput = z.object({ response: made.pipe(publicKeyAnswer), returnTo: z.string().default('') })

export const passkeyIdInput = z.object({ id: z.uuid() })

/** Whose second factor an administrator takes away. */
export const secondFactorReset = z.object({ person: z.string().min(1).max(100) })
