import { z } from 'zod'
import { services } from '@/lib/open-data/vocabulary'
import { requiredLine, webAddress } from '@/lib/places/fields'
import { levels } from '@/lib/places/words'
import type { Level, Service } from '@/prisma/client/enums'

const codesOf = <Code extends string>(all: Readonly<Record<Code, string>>) => Object.keys(all) as [Code, ...Code[]]
const emptyAsAbsent = (value: unknown) => (value === '' ? undefined : value)
const placeId = z.string().regex(/^adp-\d{1,10}$/, 'Ce lieu n’existe pas.')
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Écrivez une heure, comme 14:30.')

/** Nothing is announced further ahead. */
const latestDay = () => `${new Date().getUTCFullYear() + 2}${new Date().toISOString().slice(4, 10)}`

/** A workshop and its sessions, as the form sends them; times are those of the place's clock. */
export const workshopInput = z
  .object({
    id: placeId,
    title: requiredLine(120, 'Écrivez ce qu’on fait dans cet atelier.').refine(
      (title) => title.length >= 2,
      'Écrivez au moins deux lettres.',
    ),
    service: z.enum(codesOf<Service>(services), 'Choisissez le service.'),
    level: z.preprocess(emptyAsAbsent, z.enum(codesOf<Level>(levels), 'Choisissez un niveau.').optional()),
    date: z.iso.date('Choisissez le jour.').refine((day) => day < latestDay(), 'Choisissez un jour dans les deux ans.'),
    starts: time,
    ends: time,
    count: z.coerce
      .number('Écrivez un nombre.')
      .int('Écrivez un nombre entier.')
      .min(1, 'Au moins une séance.')
      .max(20, 'Au plus 20 séances.'),
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
  })
  .refine(({ starts, ends }) => ends > starts, { path: ['ends'], message: 'La fin vient après le début.' })

export type WorkshopInput = z.output<typeof workshopInput>

export const workshopRemoval = z.object({ id: placeId, workshopId: z.uuid('Cet atelier n’existe pas.') })
