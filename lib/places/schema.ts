import { z } from 'zod'
import { hoursFields, openingHoursOf } from '@/lib/hours/week-editor/form'
import {
  accessModes,
  audiences,
  fees,
  itinerancies,
  kinds,
  labels,
  programmes,
  specialCare,
  supportModes,
} from '@/lib/open-data/vocabulary'
import { isSafe } from '@/lib/privacy/safe-text'
import type { PlaceKind, PlaceStatus } from '@/prisma/client/enums'
import {
  choices,
  degrees,
  normalisedLine,
  normalisedLines,
  optionalLine,
  optionalText,
  requiredLine,
  shownVersion,
  webAddress,
  yesNo,
} from './fields'
import { normalisePhone } from './phone'
import { normalisePivot } from './pivot'
import { type Section, sections } from './sections'
import { serviceGrid } from './service-grid'
import { termsOf } from './terms'
import { normaliseWebAddress } from './web-address'
import { precisions, statuses } from './words'

const codesOf = <Code extends string>(all: Readonly<Record<Code, string>>) => Object.keys(all) as [Code, ...Code[]]

const email = (text: string) => (z.email().max(254).safeParse(text).success ? text.toLowerCase() : null)
const code = (text: string) => (/^[\w-]{1,40}$/.test(text) && isSafe(text) ? text : null)
const label = (text: string) => (text.length <= 200 ? text : null)

const placeFields = z.object({
  kind: z.enum(codesOf<PlaceKind>(kinds), 'Choisissez le type de lieu.'),
  name: requiredLine(300, 'Écrivez le nom du lieu.'),
  pivot: normalisedLine(
    normalisePivot,
    'Ce numéro n’est ni un SIRET (14 chiffres), ni un RNA (W et 9 chiffres), ni un RIDET.',
  ),
  typologies: z
    .array(z.string())
    .max(20, 'Choisissez au plus 20 réponses.')
    .default([])
    .transform((ticked) => [...new Set(ticked)])
    .refine((ticked) => ticked.every((value) => code(value) !== null), 'Cette réponse n’est pas proposée.'),
  parentStructure: optionalLine(300),
  collectedBy: optionalLine(300),
  itinerancy: choices(itinerancies),

  address: requiredLine(300, 'Écrivez l’adresse\u00a0: le numéro et la rue.'),
  addressComplement: optionalLine(300),
  postcode: requiredLine(20, 'Écrivez le code postal.').refine(
    (text) => text === '' || /^\d{5}$/.test(text),
    'Le code postal a cinq chiffres.',
  ),
  communeCode: z.string().regex(/^([013-9]\d|2[AB1-9])\d{3}$/, 'Écrivez le nom de la commune de ce code postal.'),
  latitude: degrees(90, 'Indiquez la latitude, ou situez l’adresse.'),
  longitude: degrees(180, 'Indiquez la longitude, ou situez l’adresse.'),
  precision: z.enum(codesOf(precisions), 'Dites comment cette position est connue.'),

  phone: normalisedLine(normalisePhone, 'Ce numéro de téléphone n’est pas valable. Exemple\u00a0: 02 54 00 00 00'),
  emails: normalisedLines(email, (text) => `« ${text} » n’est pas une adresse e-mail. Exemple : accueil@exemple.fr`),
  websites: normalisedLines(
    normaliseWebAddress,
    (text) => `« ${text} » n’est pas une adresse de site. Exemple : https://www.exemple.fr`,
  ),
  bookingUrl: webAddress(),
  accessibilityUrl: webAddress(),
  openingHours: optionalLine(1000),

  summary: optionalLine(280),
  description: optionalText(5000),

  audiences: choices(audiences),
  specialCare: choices(specialCare),
  fees: choices(fees),
  programmes: choices(programmes),
  labels: choices(labels),
  otherLabels: normalisedLines(label, () => 'Écrivez au plus 200 caractères par ligne.'),
  accessModes: choices(accessModes),
  takesReferrals: yesNo(),
  supportModes: choices(supportModes),

  services: serviceGrid,
  programmeTerms: termsOf(programmes),
  labelTerms: termsOf(labels),
})

/** 0,0 lies in the Atlantic: it only ever means "unknown". */
function onLand({ latitude, longitude }: { latitude: number; longitude: number }, context: z.RefinementCtx) {
  if (Math.abs(latitude) <= 0.5 && Math.abs(longitude) <= 0.5) {
    context.addIssue({ code: 'custom', path: ['latitude'], message: 'Ce point est en pleine mer.' })
  }
}

/** Everything a person says of a place: the national schema's fields, the grid of services and some dates. */
export const placeInput = placeFields.superRefine(onLand)

export type PlaceInput = z.output<typeof placeInput>

/** The version an edit started from, the place it is about, and why it is made, for the history. */
const edited = {
  id: z.string().regex(/^adp-[1-9]\d*$/),
  version: shownVersion,
  why: optionalLine(200),
}

/** Only an address to find on the map: nothing is judged, nothing is saved. */
const locate = z.looseObject({ intent: z.literal('locate') })

/** What the form of a new place asks for: `add` once she has seen the places that it may be. */
export const newPlaceRequest = z.discriminatedUnion('intent', [
  locate,
  placeInput.safeExtend({ intent: z.literal(['save', 'add']) }),
])

const fieldsOf = <S extends Section>(section: S) => {
  const { shape } = placeFields
  const fields: readonly (keyof typeof shape)[] = sections[section].fields
  return Object.fromEntries(fields.map((field) => [field, shape[field]])) as Pick<
    typeof shape,
    (typeof sections)[S]['fields'][number]
  >
}

/** An edit of one section; `confirm` once she has seen what is odd in it. */
const editOf = <S extends Section>(section: S) => ({
  ...edited,
  section: z.literal(section),
  intent: z.literal(['save', 'confirm']),
})

/** What the form of each section asks for: an edit names the version it started from. */
export const sectionRequest = z.discriminatedUnion('intent', [
  locate,
  z.discriminatedUnion('section', [
    z.object({ ...fieldsOf('identity'), ...editOf('identity') }),
    z.object({ ...fieldsOf('address'), ...editOf('address') }).superRefine(onLand),
    z.object({ ...fieldsOf('contact'), ...editOf('contact') }),
    z
      .object({ ...hoursFields, ...editOf('hours') })
      .transform(({ id, version, why, section, intent, ...hours }, context) => {
        return { id, version, why, section, intent, openingHours: openingHoursOf(hours, context) }
      }),
    z.object({ ...fieldsOf('services'), ...editOf('services') }),
    z.object({ ...fieldsOf('public'), ...editOf('public') }),
    z.object({ ...fieldsOf('programmes'), ...editOf('programmes') }),
  ]),
])

export const statusChange = z.object({ ...edited, status: z.enum(codesOf<PlaceStatus>(statuses)) })

/** Undoing one change of a place, or going back to a version of it. */
export const historyRequest = z.object({
  ...edited,
  target: shownVersion,
  intent: z.enum(['undo', 'return']),
})
