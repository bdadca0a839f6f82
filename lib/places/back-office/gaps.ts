import type { Prisma } from '@/prisma/client/client'

/** What a listing often lacks, and how the database finds it. Archived places wait for nobody. */
export const gapFilters = {
  hours: { openingHours: null, status: { not: 'ARCHIVED' } },
  services: { services: { none: {} }, status: { not: 'ARCHIVED' } },
  position: { precision: { in: ['STREET', 'COMMUNE', 'POSTCODE'] }, status: { not: 'ARCHIVED' } },
} as const satisfies Record<string, Prisma.PlaceWhereInput>

export type Gap = keyof typeof gapFilters
