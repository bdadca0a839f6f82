import { z } from 'zod'
import { services } from '@/lib/open-data/vocabulary'
import { calendarDay, requiredLine, shownVersion, webAddress } from '@/lib/places/fields'
import { levels } from '@/lib/places/words'
import { Attendance, type Level, type Service } from '@/prisma/client/enums'
import { cycleLength, sessionsAtMost } from './cycle'

const codesOf = <Code extends string>(all: Readonly<Record<Code, string>>) => Object.keys(all) as [Code, ...Code[]]
const emptyAsAbsent = (value: unknown) => (value === '' ? undefined : value)
const placeId = z.string().regex(/^adp-\d{1,10}$/, 'Ce lieu n’existe pas.')
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Écrivez une heure, comme 14:30.')
const version = shownVersion

/** Nothing is announced further ahead. */
const latestDay = () => `${new Date().getUTCFullYear() + 2}${new Date().toISOString().slice(4, 10)}`
const day = calendarDay('Choisissez le jour.').refine(
  (date) => date < latestDay(),
  'Choisissez un jour dans les deux ans.',
)

/** What is said of a workshop besides its dates. */
const about = {
  title: requiredLine(120, 'Écrivez ce qu’on fait dans cet atelier.').refine(
    (title) => title.length >= 2,
    'Écrivez au moins deux lettres.',
  ),
  service: z.enum(codesOf<Service>(services), 'Choisissez le service.'),
  level: z.preprocess(emptyAsAbsent, z.enum(codesOf<Level>(levels), 'Choisissez un niveau.').optional()),
  seats: z.preprocess(
    emptyAsAbsent,
    z.coerce
      .number('Écrivez un nombre de places.')
      .int('Écrivez un nombre entier.')
      .min(1, 'Au moins une place.')
      .max(1000, 'Au plus 1\u202f000 places.')
      .optional(),
  ),
  price: z.preprocess(
    (value) => emptyAsAbsent(typeof value === 'string' ? value.replace(',', '.').trim() : value),
    z.coerce
      .number('Écrivez un prix en euros, ou 0.')
      .min(0, 'Le prix ne peut pas être négatif.')
      .max(1000, 'Au plus 1\u202f000\u00a0€.')
      .optional(),
  ),
  takesPass: z.preprocess((value) => value === 'on', z.boolean()),
  booking: webAddress(),
}

/** Times of the place's clock. */
const hours = { date: day, starts: time, ends: time }
const inOrder = ({ starts, ends }: { starts: string; ends: string }) => ends > starts
const wrongOrder = { path: ['ends'], message: 'La fin vient après le début.' }

/** A workshop and its sessions, as the form sends them. */
export const workshopInput = z
  .object({
    id: placeId,
    ...about,
    isCycle: z.preprocess((value) => value === 'oui', z.boolean()),
    ...hours,
    count: z.coerce
      .number('Écrivez un nombre.')
      .int('Écrivez un nombre entier.')
      .min(1, 'Au moins une séance.')
      .max(sessionsAtMost, `Au plus ${sessionsAtMost} séances.`),
    /** Weeks from one session to the next */
    every: z.preprocess((value) => value ?? 1, z.coerce.number().int().min(1).max(4, 'Choisissez un rythme.')),
  })
  .refine(inOrder, wrongOrder)
  .refine(({ isCycle, count }) => !isCycle || (count >= cycleLength.least && count <= cycleLength.most), {
    path: ['count'],
    message: `Un cycle compte de ${cycleLength.least} à ${cycleLength.most} séances.`,
  })

export type WorkshopInput = z.output<typeof workshopInput>

const oneWorkshop = { id: placeId, workshopId: z.uuid('Cet atelier n’existe pas.') }
const oneSession = { ...oneWorkshop, sessionId: z.uuid('Cette séance n’existe pas.') }

/** What is said of a workshop, put right; its sessions are changed one by one. */
export const workshopEdit = z.object({ ...oneWorkshop, version, ...about })
export type WorkshopEdit = z.output<typeof workshopEdit>

export const workshopRemoval = z.object(oneWorkshop)

export const sessionAddition = z.object({ ...oneWorkshop, ...hours }).refine(inOrder, wrongOrder)
export type SessionAddition = z.output<typeof sessionAddition>

export const sessionMove = z.object({ ...oneSession, version, ...hours }).refine(inOrder, wrongOrder)
export type SessionMove = z.output<typeof sessionMove>

export const sessionCancellation = z.object({ ...oneSession, version })
export type SessionCancellation = z.output<typeof sessionCancellation>

const people = (wrong: string) => z.coerce.number(wrong).int(wrong).min(0, wrong).max(1000, 'Au plus 1\u202f000.')

export const otherSeats = z.object({
  ...oneSession,
  otherSeats: people('Écrivez un nombre de places, ou 0.'),
  /** What the form showed at first */
  shownOtherSeats: z.coerce.number().pipe(z.int32()),
})
export type OtherSeats = z.output<typeof otherSeats>

const noted = z
  .record(z.uuid(), z.preprocess(emptyAsAbsent, z.enum(Attendance, 'Choisissez parmi la liste.').optional()))
  .default({})
const walkIns = z.preprocess(emptyAsAbsent, people('Écrivez un nombre de personnes, ou rien.').optional())

/**
 * Who came to a session: what is noted of each seat, and how many came without a referral; and the same as the form
 * showed it at first.
 */
export const attendanceInput = z.object({
  ...oneSession,
  attendance: noted,
  shown: noted,
  walkIns,
  shownWalkIns: walkIns,
})
export type AttendanceInput = z.output<typeof attendanceInput>
