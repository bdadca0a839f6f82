import { z } from 'zod'
import { services, supportModes } from '@/lib/open-data/vocabulary'
import { calendarDay, choices, optionalLine, optionalText, shownVersion } from '@/lib/places/fields'
import { levels } from '@/lib/places/words'
import { isSafe } from '@/lib/privacy/safe-text'
import { ReferralStatus, RefusalReason } from '@/prisma/client/enums'
import type { Move } from './state-machine'

const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>) => Object.keys(record) as [K, ...K[]]
const emptyAsAbsent = (value: unknown) => (value === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(emptyAsAbsent, schema.optional())

const referralId = z.uuid('Cette orientation n’existe pas.')
const placeId = z.string('Choisissez un lieu.').regex(/^adp-\d{1,10}$/, 'Ce lieu n’existe pas.')
const version = shownVersion
const ticked = (missing: string) => z.literal('on', missing)

/** Who the person is: each part may be left out, and all of them usually are. */
const person = {
  name: optionalLine(120),
  phone: optionalLine(40),
  email: optionalLine(254).refine((text) => text === null || /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text), {
    message: 'Cette adresse n’est pas valable. Exemple\u00a0: nom@exemple.fr',
  }),
}

/** A referral, as its form sends it. Days are as on a calendar. */
export const sendInput = z.object({
  placeId,
  services: choices(services).refine((chosen) => chosen.length > 0, 'Cochez au moins un service.'),
  supportMode: optional(z.enum(keysOf(supportModes), 'Choisissez une façon d’aider.')),
  level: optional(z.enum(keysOf(levels), 'Choisissez un niveau.')),
  neededBy: optional(calendarDay('Choisissez un jour.')),
  need: optionalText(1000),
  constraints: optionalText(500),
  ...person,
  /** One box, under the words that inform the person: she was told, and agrees */
  agreed: ticked('Lisez ces informations à la personne. Sans son accord, rien ne peut être envoyé.'),
  /** Drawn with the form: sent twice by a double click, it is one referral */
  id: optional(z.uuid()),
  /** For a helper of several organisations; the first of hers when it is left out */
  organisationId: optional(z.uuid()),
})

export type SendInput = z.output<typeof sendInput>

/** Everything a side does by one form: all but the redirection, which has a place to name. */
export type PlainMove = Exclude<Move, 'REDIRECT' | 'EXPIRE'>

const plainMoves: Readonly<Record<PlainMove, true>> = {
  SEE: true,
  ACCEPT: true,
  REFUSE: true,
  SCHEDULE: true,
  ATTEND: true,
  MISS: true,
  EXCUSE: true,
  HELP: true,
  HELP_PARTLY: true,
  NOT_HELP: true,
  NOT_REACH: true,
  RETRY: true,
  NOT_WANT: true,
  CANCEL: true,
}

/** What becomes of a referral, as a button or a form sends it; times are those of the place's clock. */
export const moveInput = z
  .object({
    id: referralId,
    /** The one that was shown */
    version,
    action: z.enum(keysOf(plainMoves)),
    reason: optional(z.enum(keysOf(RefusalReason), 'Choisissez une raison.')),
    date: optional(calendarDay('Choisissez un jour.')),
    time: optional(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Écrivez une heure, comme 14:30.')),
    /** Of the appointment, in minutes */
    length: optional(
      z.coerce
        .number('Écrivez un nombre de minutes.')
        .int('Écrivez un nombre entier.')
        .min(5, 'Au moins 5 minutes.')
        .max(480, 'Au plus 8 heures.'),
    ),
    words: optionalText(500),
  })
  .superRefine(({ action, reason, date, time, words }, context) => {
    const missing = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (action === 'REFUSE' && !reason) missing('reason', 'Choisissez une raison.')
    if (action === 'REFUSE' && reason === 'OTHER' && words === null)
      missing('words', 'Dites pourquoi, en quelques mots.')
    if (action === 'SCHEDULE' && !date) missing('date', 'Choisissez un jour.')
    if (action === 'SCHEDULE' && !time) missing('time', 'Écrivez une heure, comme 14:30.')
  })

export type MoveInput = z.output<typeof moveInput>

/** Another place, for a referral that has not found its own. */
export const redirectInput = z.object({
  id: referralId,
  version,
  placeId,
  words: optionalText(500),
  /** The person agreed again: asked of the helper, since what is known of the person goes along */
  agreed: optional(z.literal('on')),
})

export type RedirectInput = z.output<typeof redirectInput>

export const messageInput = z.object({
  id: referralId,
  words: optionalText(500).refine((text) => text !== null, 'Écrivez votre message.'),
})

export type MessageInput = z.output<typeof messageInput>

/** Who the person is, written or put right later, once she agreed to it. */
export const personInput = z.object({
  id: referralId,
  version,
  ...person,
  agreed: ticked('Demandez d’abord son accord à la personne.'),
})

export type PersonInput = z.output<typeof personInput>

export const referralGroups = ['todo', 'waiting', 'closed'] as const
export type ReferralGroup = (typeof referralGroups)[number]

const textFilter = z
  .string()
  .trim()
  .transform((text) => text.slice(0, 40))
  .refine(isSafe)
  .catch('')

const filters = {
  /** What waits for the reader, for the other side, or for nobody */
  etat: z.enum(referralGroups),
  /** The board alone: one’s own, rather than all of the organisation’s */
  a: z.enum(['moi', 'tous']),
  /** The inbox alone: one of the places */
  lieu: placeId,
  /** The board alone: one state, of whichever group */
  statut: z.enum(ReferralStatus),
  code: z.string().refine(isSafe),
  page: z.coerce.number().int().min(1).max(10_000),
}

/** What the board and the inbox are narrowed by, as their address says it; what makes no sense filters nothing. */
export const referralFilters = z.object({
  etat: filters.etat.catch('todo'),
  a: filters.a.catch('tous'),
  lieu: filters.lieu.optional().catch(undefined),
  statut: filters.statut.optional().catch(undefined),
  code: textFilter.default(''),
  page: filters.page.catch(1),
})

/** Whether an address asks for what makes no sense, which its page then says. */
export const isMisread = (asked: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(filters).some(([name, schema]) => asked[name] && !schema.safeParse(asked[name]).success)

export type ReferralFilters = z.output<typeof referralFilters>
