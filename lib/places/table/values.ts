import { kinds, programmes, services, slugOf, type Vocabulary } from '@/lib/open-data/vocabulary'
import type { PlaceStatus } from '@/prisma/client/enums'

/** What a listing often lacks, by the word of its filter. */
export const gaps = {
  horaires: 'hours',
  services: 'services',
  position: 'position',
  contact: 'contact',
  presentation: 'summary',
  prix: 'fees',
  siret: 'pivot',
} as const
export type Gap = (typeof gaps)[keyof typeof gaps]

/** Whether a place receives people whom helpers refer, by the word of its filter. */
export const referrals = { recues: true, 'non-recues': false } as const

/** How long ago somebody confirmed a listing, after the delay that its hubs chose or not, by the word of its filter. */
export const freshness = {
  'a-jour': 'current',
  'a-confirmer': 'due',
  'plus-d-un-an': 'veryOld',
  jamais: 'never',
  'non-confirme': 'unconfirmed',
} as const
export type Freshness = (typeof freshness)[keyof typeof freshness]

/** When a listing last changed, by the word of its filter. */
export const changes = {
  '7-jours': { within: 7 },
  '30-jours': { within: 30 },
  '6-mois': { within: 183 },
  'plus-de-6-mois': { before: 183 },
  'plus-d-un-an': { before: 365 },
} as const
/** In days */
export type Changed = (typeof changes)[keyof typeof changes]

export const statuses = { brouillon: 'DRAFT', publie: 'PUBLISHED', archive: 'ARCHIVED' } as const satisfies Record<
  string,
  PlaceStatus
>

/** The columns that the table is sorted by, by the word of `tri`; a minus before it turns the order. */
export const sorts = {
  nom: 'name',
  commune: 'commune',
  type: 'kind',
  statut: 'status',
  services: 'services',
  manque: 'missing',
  suivi: 'assignee',
  confirme: 'verified',
  modifie: 'updated',
} as const
export type SortColumn = (typeof sorts)[keyof typeof sorts]

/** Word → code, for a vocabulary of the national schema. */
function bySlug<Code extends string>(vocabulary: Vocabulary<Code>): Readonly<Record<string, Code>> {
  return Object.fromEntries(Object.entries<string>(vocabulary).map(([code, value]) => [slugOf(value), code as Code]))
}

export const kindSlugs = bySlug(kinds)
export const serviceSlugs = bySlug(services)
export const programmeSlugs = bySlug(programmes)
