import type { PlaceInput } from './schema'

/** The parts of a place that are edited, and saved, on their own: their address, and the fields of each. */
export const sections = {
  identity: {
    slug: 'identite',
    fields: [
      'kind',
      'name',
      'summary',
      'description',
      'pivot',
      'typologies',
      'itinerancy',
      'parentStructure',
      'collectedBy',
    ],
  },
  address: {
    slug: 'adresse',
    fields: ['address', 'addressComplement', 'postcode', 'communeCode', 'latitude', 'longitude', 'precision'],
  },
  contact: { slug: 'contact', fields: ['phone', 'emails', 'websites', 'bookingUrl'] },
  hours: { slug: 'horaires', fields: ['openingHours'] },
  services: { slug: 'services', fields: ['services'] },
  public: {
    slug: 'public',
    fields: ['accessModes', 'takesReferrals', 'supportModes', 'fees', 'audiences', 'specialCare', 'accessibilityUrl'],
  },
  programmes: {
    slug: 'programmes',
    fields: ['programmes', 'programmeTerms', 'labels', 'labelTerms', 'otherLabels'],
  },
} as const satisfies Record<string, { slug: string; fields: readonly (keyof PlaceInput)[] }>

export type Section = keyof typeof sections
export const sectionNames = Object.keys(sections) as Section[]

/** The section of an address; undefined when there is none. */
export function sectionAt(slug: string): Section | undefined {
  return sectionNames.find((section) => sections[section].slug === slug)
}

/** Whether a field of a snapshot (`phone`, `services.EMPLOYMENT`) is edited in a section. */
export function isOfSection(section: Section, field: string): boolean {
  const [column = ''] = field.split('.')
  return (sections[section].fields as readonly string[]).includes(column)
}
