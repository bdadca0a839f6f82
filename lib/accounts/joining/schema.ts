import { z } from 'zod'
import { optionalLine, requiredLine } from '@/lib/places/fields'
import { isSiret } from '@/lib/places/pivot'
import { isSafe, noNumber } from '@/lib/privacy/safe-text'
import { chosenPassword, passwordsAgree } from '../schema'

/** A SIRET, without the spaces that people write in it. */
const siretField = z
  .string()
  .default('')
  .transform((text) => text.replace(/[\s.\-\u00A0]/g, ''))
  .pipe(
    z
      .string()
      .min(1, { error: 'Écrivez le SIRET de votre structure.', abort: true })
      .refine(isSiret, 'Ce SIRET n’existe pas. Il a 14 chiffres\u00a0: relisez-le sur un courrier ou une facture.'),
  )

export const professionField = optionalLine(100)

/** Who asks for a helper's account, and for which structure. */
export const joiningInput = z.object({
  name: requiredLine(200, 'Écrivez votre nom.'),
  email: z
    .string()
    .trim()
    .min(1, 'Écrivez votre adresse e-mail.')
    .pipe(z.email('Écrivez une adresse e-mail, par exemple nom@exemple.fr.').max(254, 'Cette adresse est trop longue.'))
    .refine(isSafe, noNumber),
  profession: professionField,
  structureName: requiredLine(200, 'Écrivez le nom de votre structure.'),
  siret: siretField,
  /** The words of its commune, as typed or as suggested */
  lieu: requiredLine(200, 'Écrivez la commune de votre structure.'),
})

export type JoiningInput = z.output<typeof joiningInput>

/** The link's page, for whoever has no account yet. */
export const newHelperInput = z
  .object({
    token: z.string().max(200).default(''),
    password: chosenPassword,
    confirmation: z.string().min(1, 'Écrivez le mot de passe une seconde fois.'),
  })
  .refine(...passwordsAgree)

export const joiningToken = z.object({ token: z.string().max(200).default('') })

/** A yes, or a no with its reason. */
export const joiningAnswer = z
  .object({
    id: z.uuid('Cette demande n’existe pas.'),
    decision: z.enum(['accept', 'refuse'], 'Choisissez une réponse.'),
    reason: optionalLine(300),
  })
  .refine(({ decision, reason }) => decision === 'accept' || reason !== null, {
    path: ['reason'],
    message: 'Écrivez pourquoi vous refusez\u00a0: la personne le lira.',
  })

export type JoiningAnswer = z.output<typeof joiningAnswer>

/** Whether a hub answers helpers who ask to join. */
export const hubApproval = z.object({
  hubId: z.uuid('Ce hub n’existe pas.'),
  approvesHelpers: z.enum(['yes', 'no'], 'Choisissez une réponse.').transform((value) => value === 'yes'),
})
