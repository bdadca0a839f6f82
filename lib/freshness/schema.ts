import { z } from 'zod'
import { type DayHours, readDayHours } from '@/lib/open-data/day-hours'
import { services } from '@/lib/open-data/vocabulary'
import { weekDays } from '@/lib/open-data/week-hours'
import { choices, optionalText, shownVersion } from '@/lib/places/fields'
import { placeInput } from '@/lib/places/schema'
import { confirmMonths, holdMonths } from './delays'

const link = {
  token: z.string().max(200).default(''),
  /** The version of the listing that the person has seen */
  version: shownVersion,
}

/** "Tout est juste". */
export const confirmationInput = z.object(link)

const unreadable = 'Écrivez par exemple\u00a0: 9h-12h, 14h-17h, ou bien\u00a0: fermé.'

/** The hours of a day, as people write them. */
const dayHours = z
  .string()
  .max(200, unreadable)
  .default('')
  .transform((text, context): DayHours['osm'] => {
    const { osm, state } = readDayHours(text)
    if (state === 'doubtful') context.addIssue({ code: 'custom', message: unreadable })
    return osm
  })

const { phone, emails, websites, address } = placeInput.shape

/** What a structure knows of its place, as its form sends it. */
export const structureProposal = z.object({
  ...link,
  phone,
  emails,
  websites,
  address,
  /** By day, `Mo` to `Su` */
  hours: z.object(Object.fromEntries(weekDays.map((day) => [day, dayHours]))).default({}),
  services: choices(services),
  isClosed: z
    .string()
    .default('')
    .transform((ticked) => ticked !== ''),
  message: optionalText(2000),
})

export type StructureProposal = z.output<typeof structureProposal>

const oneOf = (months: readonly number[]) =>
  z.coerce.number().refine((value) => months.includes(value), 'Choisissez une durée de la liste.')

/** A hub's delays; nothing chosen for the second means never. */
export const hubDelays = z.object({
  hubId: z.uuid('Ce hub n’existe pas.'),
  confirmAfterMonths: oneOf(confirmMonths),
  holdAfterMonths: z
    .literal('')
    .transform(() => null)
    .or(oneOf(holdMonths)),
})

export type HubDelays = z.output<typeof hubDelays>

/** A coordinator says that a listing is true. */
export const coordinatorConfirmation = z.object({
  id: z.string().regex(/^adp-\d{1,10}$/, 'Ce lieu n’existe pas.'),
  version: shownVersion,
})
