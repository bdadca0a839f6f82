import { z } from 'zod'

const emptyAsAbsent = (value: unknown) => (value === '' ? undefined : value)

/** A seat for a referral: of one session, or of a whole cycle when none is named. */
export const seatInput = z.object({
  referralId: z.uuid('Cette orientation n’existe pas.'),
  /** `workshop` for a cycle, `workshop/session` for a session: one choice of one list */
  seat: z
    .string('Choisissez un atelier.')
    .regex(/^[\da-f-]{36}(\/[\da-f-]{36})?$/, 'Choisissez un atelier.')
    .transform((value) => {
      const [workshopId = '', sessionId] = value.split('/')
      return { workshopId, sessionId: sessionId ?? null }
    })
    .refine(
      ({ workshopId, sessionId }) =>
        z.uuid().safeParse(workshopId).success && (sessionId === null || z.uuid().safeParse(sessionId).success),
      'Choisissez un atelier.',
    ),
})

export type SeatInput = z.output<typeof seatInput>

export const seatReturn = z.object({
  referralId: z.uuid('Cette orientation n’existe pas.'),
  seatId: z.preprocess(emptyAsAbsent, z.uuid('Cette place n’existe pas.')),
})
