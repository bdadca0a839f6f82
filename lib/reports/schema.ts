import { z } from 'zod'
import { normalisedLine, optionalText } from '@/lib/places/fields'
import type { ReportSubject } from '@/prisma/client/enums'

/** What a report may say is wrong, the likeliest first. */
export const reportSubjects = [
  'HOURS',
  'CONTACT',
  'ADDRESS',
  'SERVICES',
  'CLOSED_FOR_GOOD',
  'OTHER',
] as const satisfies readonly ReportSubject[]

const email = (text: string) => (z.email().max(254).safeParse(text).success ? text.toLowerCase() : null)

/** "Signaler une erreur", as its form sends it. */
export const reportInput = z.object({
  placeId: z.string().regex(/^adp-\d{1,10}$/, 'Ce lieu n’existe pas.'),
  subject: z.enum(reportSubjects, 'Touchez ce qui est faux.'),
  message: optionalText(2000),
  email: normalisedLine(email, 'Cette adresse mail n’est pas valable.'),
  /** A field that nobody sees: what fills it in is a program */
  website: z.string().default(''),
  /** When the form was drawn: see `form-seal.ts` */
  seal: z.string().default(''),
})

export type ReportInput = z.output<typeof reportInput>
