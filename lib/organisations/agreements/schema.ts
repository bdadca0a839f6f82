import { z } from 'zod'

/** A structure that wants to refer people to a place of a hub that it does not know. */
export const agreementAsk = z.object({
  organisationId: z.uuid('Cette organisation n’existe pas.'),
  placeId: z.string().regex(/^adp-\d{1,10}$/, 'Ce lieu n’existe pas.'),
})

export type AgreementAsk = z.output<typeof agreementAsk>

/** The other answer than the one that was given: a yes is taken back, a no becomes a yes. */
export const agreementChange = z.object({
  id: z.uuid('Cette demande n’existe pas.'),
  decision: z.enum(['accept', 'refuse'], 'Choisissez une réponse.'),
})

export type AgreementChange = z.output<typeof agreementChange>
