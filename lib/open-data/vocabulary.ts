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

/**
 * The enumerations of the national schema of places of digital mediation, 1.0.2, letter for letter.
 * Source: https://github.com/LaMednum/standard-mediation-num (Licence Ouverte 2.0).
 */

/** A code of ours ⇄ the national value. The slug in URLs comes from the value: see `slugOf`. */
export type Vocabulary<Code extends string> = Readonly<Record<Code, string>>

export const services: Vocabulary<Service> = {
  ADMINISTRATIVE_PROCEDURES: 'Aide aux démarches administratives',
  EVERYDAY_DIGITAL_TOOLS: 'Maîtrise des outils numériques du quotidien',
  EMPLOYMENT: 'Insertion professionnelle via le numérique',
  ONLINE_SAFETY: 'Utilisation sécurisée du numérique',
  PARENTING_AND_EDUCATION: 'Parentalité et éducation avec le numérique',
  LEISURE_AND_CREATION: 'Loisirs et créations numériques',
  DIGITAL_CULTURE: 'Compréhension du monde numérique',
  INTERNET_AND_EQUIPMENT_ACCESS: 'Accès internet et matériel informatique',
  AFFORDABLE_EQUIPMENT: 'Acquisition de matériel informatique à prix solidaire',
}

export const audiences: Vocabulary<Audience> = {
  YOUTH: 'Jeunes',
  STUDENTS: 'Étudiants',
  FAMILIES: 'Familles et/ou enfants',
  SENIORS: 'Seniors',
  WOMEN: 'Femmes',
}

export const specialCare: Vocabulary<SpecialCare> = {
  DEAFNESS: 'Surdité',
  MOTOR_DISABILITY: 'Handicaps moteurs',
  MENTAL_DISABILITY: 'Handicaps mentaux',
  ILLITERACY: 'Illettrisme',
  ENGLISH: 'Langues étrangères (anglais)',
  OTHER_LANGUAGES: 'Langues étrangères (autres)',
  VISUAL_IMPAIRMENT: 'Déficience visuelle',
}

export const fees: Vocabulary<Fee> = {
  FREE: 'Gratuit',
  FREE_UNDER_CONDITIONS: 'Gratuit sous condition',
  PAID: 'Payant',
}

/** The two programmes that the national list lacks are ours: exports to the national schema leave them out. */
export const programmes: Vocabulary<Programme> = {
  AIDANTS_CONNECT: 'Aidants Connect',
  BIBLIOTHEQUE_NUMERIQUE_DE_REFERENCE: 'Bibliothèques numérique de référence',
  PIX: 'Certification PIX',
  CONSEILLER_NUMERIQUE: 'Conseillers numériques',
  EMMAUS_CONNECT: 'Emmaüs Connect',
  FRANCE_SERVICES: 'France Services',
  GRANDE_ECOLE_DU_NUMERIQUE: 'Grande école du numérique',
  CROIX_ROUGE: 'La Croix Rouge',
  POINT_NUMERIQUE_CAF: "Point d'accès numérique CAF",
  PROMENEURS_DU_NET: 'Promeneurs du net',
  RELAIS_NUMERIQUE: 'Relais numérique (Emmaüs Connect)',
  PASS_NUMERIQUE: 'Pass numérique',
  ABC_PIX: 'ABC Pix',
}

export const programmesOutsideTheSchema: readonly Programme[] = ['PASS_NUMERIQUE', 'ABC_PIX']

/** `Étapes numériques(La Poste)` has no space in the schema; readers accept both. */
export const labels: Vocabulary<Label> = {
  MON_ESPACE_SANTE: 'Formé à « Mon Espace Santé »',
  DUPLEX: 'Formé à « DUPLEX » (illettrisme)',
  ARNIA: 'Arnia/MedNum BFC (Bourgogne-Franche-Comté)',
  COLLECTIF_REEMPLOI_NORMANDIE: 'Collectif ressources et acteurs réemploi (Normandie)',
  ETAPES_NUMERIQUES: 'Étapes numériques(La Poste)',
  FABRIQUES_DE_TERRITOIRE: 'Fabriques de Territoire',
  ECLAIREURS_DU_NUMERIQUE: 'Les Éclaireurs du numérique (Drôme)',
  MES_PAPIERS: 'Mes Papiers (Métropole de Lyon)',
  ORDI_3_0: 'ORDI 3.0',
  SUD_LABS: 'SUD LABS (PACA)',
}

export const accessModes: Vocabulary<AccessMode> = {
  WALK_IN: 'Se présenter',
  PHONE: 'Téléphoner',
  EMAIL: 'Contacter par mail',
  ONLINE_BOOKING: 'Prendre un RDV en ligne',
  NO_PUBLIC: "Ce lieu n'accueille pas de public",
  REFERRAL_FORM_BY_EMAIL: 'Envoyer un mail avec une fiche de prescription',
}

export const supportModes: Vocabulary<SupportMode> = {
  SELF_SERVICE: 'En autonomie',
  INDIVIDUAL: 'Accompagnement individuel',
  WORKSHOP: 'Dans un atelier collectif',
  REMOTE: 'À distance',
}

export const itinerancies: Vocabulary<Itinerancy> = {
  ITINERANT: 'Itinérant',
  FIXED: 'Fixe',
}

/** Not of the national schema: the `types` of our own API and pages. */
export const kinds: Vocabulary<PlaceKind> = {
  FABRIQUE: 'Fabrique',
  FRANCE_SERVICES: 'France Services',
  TIERS_LIEU: 'Tiers-lieu',
  MEDIATION: 'Médiation',
}

/** The ten of them: each by the list of a need's answers, which most often is the field of a place too. */
export const vocabularies = {
  services,
  programmes,
  kinds,
  specialCare,
  audiences,
  fees,
  supportModes,
  accessModes,
  labels,
  itinerancy: itinerancies,
} as const

/** `Familles et/ou enfants` → `familles-et-ou-enfants`: how a value is written in a URL. */
export function slugOf(value: string): string {
  return (/^[\w ,.'-]*$/.test(value) ? value : value.normalize('NFD').replace(/\p{Diacritic}/gu, ''))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

/**
 * Reads a national value or its slug, whatever its case, accents, apostrophes and spaces.
 *
 * @returns our code, or undefined when the vocabulary has no such value
 */
export function codeOf<Code extends string>(vocabulary: Vocabulary<Code>, value: string): Code | undefined {
  const wanted = slugOf(value)
  return (Object.keys(vocabulary) as Code[]).find((code) => slugOf(vocabulary[code]) === wanted)
}
