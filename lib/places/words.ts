import type { Level, PlaceStatus, Precision } from '@/prisma/client/enums'

/** How a position was obtained, most exact first, in everyday words. */
export const precisions: Readonly<Record<Precision, string>> = {
  SURVEYED: 'Point placé à la main',
  ADDRESS: 'Numéro dans la rue',
  STREET: 'Rue, sans le numéro (approximatif)',
  COMMUNE: 'Commune (approximatif)',
  POSTCODE: 'Code postal (approximatif)',
}

/** Who a service suits. */
export const levels: Readonly<Record<Level, string>> = {
  BEGINNER: 'Débutant',
  INTERMEDIATE: 'À l’aise',
  ADVANCED: 'Confirmé',
}

/** What a place says of itself by a yes or a no. */
export const yesNoWords: Readonly<Record<string, string>> = { true: 'Oui', false: 'Non' }

export const statuses: Readonly<Record<PlaceStatus, string>> = {
  DRAFT: 'Brouillon',
  PUBLISHED: 'Publié',
  ARCHIVED: 'Archivé',
}
