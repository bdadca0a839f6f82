import type { Service } from '@/prisma/client/enums'

/** What may be worth bringing; their words are in the catalogue, under `visit.bring`. */
export type BringItem =
  | 'TOPIC'
  | 'PHONE'
  | 'IDENTITY'
  | 'LETTERS'
  | 'PASSWORDS'
  | 'DEVICE'
  | 'CV'
  | 'STRANGE'
  | 'ASK'
  | 'DOCUMENTS'
  | 'SCHOOL'
  | 'NOTHING'

/**
 * What is sure to help with each service, and nothing that a place could do without: an identity document is for
 * procedures alone. What a given place wants besides, its helper writes.
 */
export const whatToBring: Readonly<Record<Service, readonly BringItem[]>> = {
  ADMINISTRATIVE_PROCEDURES: ['IDENTITY', 'LETTERS', 'PHONE', 'PASSWORDS'],
  EVERYDAY_DIGITAL_TOOLS: ['DEVICE'],
  EMPLOYMENT: ['CV', 'PHONE', 'PASSWORDS'],
  ONLINE_SAFETY: ['DEVICE', 'STRANGE'],
  AFFORDABLE_EQUIPMENT: ['ASK'],
  INTERNET_AND_EQUIPMENT_ACCESS: ['DOCUMENTS'],
  PARENTING_AND_EDUCATION: ['SCHOOL', 'DEVICE'],
  LEISURE_AND_CREATION: ['NOTHING'],
  DIGITAL_CULTURE: ['NOTHING'],
}

/** Where nobody says what for. */
export const bringAnyway: readonly BringItem[] = ['TOPIC', 'PHONE']
