import type { Position } from '@/lib/territory/distance'
import type {
  AccessMode,
  Audience,
  Fee,
  Itinerancy,
  Label,
  PlaceKind,
  Programme,
  Service,
  SpecialCare,
  SupportMode,
} from '@/prisma/client/enums'
import type { Note } from './reading'

/** What a source says of a place itself, once repaired, under the names of `Place`'s columns. */
export interface PlaceFields {
  kind: PlaceKind
  name: string
  pivot: string | null
  typologies: string[]
  address: string
  addressComplement: string | null
  phone: string | null
  emails: string[]
  websites: string[]
  bookingUrl: string | null
  accessibilityUrl: string | null
  openingHours: string | null
  summary: string | null
  description: string | null
  itinerancy: Itinerancy[]
  parentStructure: string | null
  audiences: Audience[]
  specialCare: SpecialCare[]
  fees: Fee[]
  programmes: Programme[]
  labels: Label[]
  otherLabels: string[]
  accessModes: AccessMode[]
  supportModes: SupportMode[]
  collectedBy: string | null
  services: Service[]
}

/** Where a source says that a place is: hints that may lack or disagree. */
export interface Whereabouts {
  inseeCode: string | null
  postcode: string | null
  communeName: string
  departmentCode: string | null
  position: Position | null
  /** The position is only that of the commune. */
  isAtCommune: boolean
}

export interface SourcePlace {
  externalId: string | null
  /** `YYYY-MM-DD`, the record's own date */
  recordDate: string | null
  fields: PlaceFields
  where: Whereabouts
}

/** A note and the field that it is about, in the file's own words. */
export interface FieldNote extends Note {
  field: string
}

/** A row as read: the place, or the reason why there is none. */
export type PlaceReading = { place: SourcePlace; notes: FieldNote[] } | { refusal: string }

/** A place of which nothing is known yet. */
export const nothingKnown: Omit<PlaceFields, 'name' | 'kind'> = {
  pivot: null,
  typologies: [],
  address: '',
  addressComplement: null,
  phone: null,
  emails: [],
  websites: [],
  bookingUrl: null,
  accessibilityUrl: null,
  openingHours: null,
  summary: null,
  description: null,
  itinerancy: [],
  parentStructure: null,
  audiences: [],
  specialCare: [],
  fees: [],
  programmes: [],
  labels: [],
  otherLabels: [],
  accessModes: [],
  supportModes: [],
  collectedBy: null,
  services: [],
}

/** The kind that citizens see, from what a source says of a place. */
export function kindOf(fields: Pick<PlaceFields, 'programmes' | 'labels' | 'typologies'>): PlaceKind {
  if (fields.programmes.includes('FRANCE_SERVICES')) return 'FRANCE_SERVICES'
  if (fields.labels.includes('FABRIQUES_DE_TERRITOIRE')) return 'FABRIQUE'
  return fields.typologies.includes('TIERS_LIEUX') ? 'TIERS_LIEU' : 'MEDIATION'
}
