import type {
  AccessMode,
  Audience,
  Fee,
  Itinerancy,
  Label,
  Programme,
  Service,
  SpecialCare,
  SupportMode,
} from '@/prisma/client/enums'
import {
  accessModes,
  audiences,
  fees,
  itinerancies,
  labels,
  programmes,
  programmesOutsideTheSchema,
  services,
  specialCare,
  supportModes,
  type Vocabulary,
} from './vocabulary'

/** What an export needs to know of a place: `select` exactly this, with the commune's name beside it. */
export interface PlaceForExport {
  id: string
  pivot: string | null
  name: string
  communeName: string
  postcode: string
  communeCode: string
  address: string
  addressComplement: string | null
  latitude: number
  longitude: number
  typologies: string[]
  phone: string | null
  emails: string[]
  websites: string[]
  openingHours: string | null
  summary: string | null
  description: string | null
  collectedBy: string | null
  itinerancy: Itinerancy[]
  parentStructure: string | null
  recordDate: Date
  services: Service[]
  audiences: Audience[]
  specialCare: SpecialCare[]
  fees: Fee[]
  programmes: Programme[]
  labels: Label[]
  otherLabels: string[]
  accessModes: AccessMode[]
  supportModes: SupportMode[]
  accessibilityUrl: string | null
  bookingUrl: string | null
}

/** A place in the words of the national schema 1.0.2: real arrays for lists, null for what is not known. */
export interface NationalPlace {
  id: string
  pivot: string | null
  nom: string
  commune: string
  code_postal: string
  code_insee: string
  adresse: string
  complement_adresse: string | null
  latitude: number
  longitude: number
  typologie: string[]
  telephone: string | null
  courriels: string[]
  site_web: string[]
  horaires: string | null
  presentation_resume: string | null
  presentation_detail: string | null
  source: string | null
  itinerance: string[]
  structure_parente: string | null
  /** `YYYY-MM-DD` */
  date_maj: string
  services: string[]
  publics_specifiquement_adresses: string[]
  prise_en_charge_specifique: string[]
  frais_a_charge: string[]
  dispositif_programmes_nationaux: string[]
  formations_labels: string[]
  autres_formations_labels: string[]
  modalites_acces: string[]
  modalites_accompagnement: string[]
  fiche_acces_libre: string | null
  prise_rdv: string | null
}

export type NationalField = keyof NationalPlace

/** The 32 columns, in the schema's order. */
export const nationalFields = [
  'id',
  'pivot',
  'nom',
  'commune',
  'code_postal',
  'code_insee',
  'adresse',
  'complement_adresse',
  'latitude',
  'longitude',
  'typologie',
  'telephone',
  'courriels',
  'site_web',
  'horaires',
  'presentation_resume',
  'presentation_detail',
  'source',
  'itinerance',
  'structure_parente',
  'date_maj',
  'services',
  'publics_specifiquement_adresses',
  'prise_en_charge_specifique',
  'frais_a_charge',
  'dispositif_programmes_nationaux',
  'formations_labels',
  'autres_formations_labels',
  'modalites_acces',
  'modalites_accompagnement',
  'fiche_acces_libre',
  'prise_rdv',
] as const satisfies readonly NationalField[]

/**
 * A place as the national schema 1.0.2 writes it, its keys in the schema's order. The programmes
 * that the schema does not name are left out, and an unknown `pivot` is null: nothing is invented.
 */
export function toNational(place: PlaceForExport): NationalPlace {
  return {
    id: place.id,
    pivot: place.pivot,
    nom: place.name,
    commune: place.communeName,
    code_postal: place.postcode,
    code_insee: place.communeCode,
    adresse: place.address,
    complement_adresse: place.addressComplement,
    latitude: place.latitude,
    longitude: place.longitude,
    typologie: place.typologies,
    telephone: place.phone,
    courriels: place.emails,
    site_web: place.websites,
    horaires: place.openingHours,
    presentation_resume: place.summary,
    presentation_detail: place.description,
    source: place.collectedBy,
    itinerance: values(itinerancies, place.itinerancy),
    structure_parente: place.parentStructure,
    date_maj: place.recordDate.toISOString().slice(0, 10),
    services: values(services, place.services),
    publics_specifiquement_adresses: values(audiences, place.audiences),
    prise_en_charge_specifique: values(specialCare, place.specialCare),
    frais_a_charge: values(fees, place.fees),
    dispositif_programmes_nationaux: values(
      programmes,
      place.programmes.filter((programme) => !programmesOutsideTheSchema.includes(programme)),
    ),
    formations_labels: values(labels, place.labels),
    autres_formations_labels: place.otherLabels,
    modalites_acces: values(accessModes, place.accessModes),
    modalites_accompagnement: values(supportModes, place.supportModes),
    fiche_acces_libre: place.accessibilityUrl,
    prise_rdv: place.bookingUrl,
  }
}

/** The national values of our codes, in the order in which the schema lists them. */
export function values<Code extends string>(vocabulary: Vocabulary<Code>, codes: readonly Code[]): string[] {
  // Most lists have one value or none, and a page of places has hundreds of lists.
  const [first] = codes
  if (first === undefined) return []
  if (codes.length === 1) return [vocabulary[first]]
  return (Object.keys(vocabulary) as Code[]).filter((code) => codes.includes(code)).map((code) => vocabulary[code])
}
