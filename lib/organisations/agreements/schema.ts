import { z } from 'zod'

/** A structure that wants to refer people to a place of a hub that it does not know. */
export const agreementAsk = z.object({
  organisationId: z.uuid('Cette organisation n’existe pas.'),
  placeId: z.string().regex(/^adp-\d{1,10}$/, 'Ce lieu n’existe pas.'),
})

export type AgreementAsk = z.output<typeof agreementAsk>
