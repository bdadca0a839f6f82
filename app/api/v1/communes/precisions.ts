import type { Precision } from '@/prisma/client/enums'

/** How exact the position of a commune is, in the words of the API. */
export const precisions: Readonly<Record<Precision, string>> = {
  SURVEYED: 'exacte',
  ADDRESS: 'adresse',
  STREET: 'voie',
  COMMUNE: 'commune',
  POSTCODE: 'code-postal',
}
