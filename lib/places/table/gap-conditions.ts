import { Prisma } from '@/prisma/client/client'
import type { Gap } from './values'

/** What each gap is, of `"Place" p`. */
export const gapConditions: Readonly<Record<Gap, Prisma.Sql>> = {
  hours: Prisma.sql`p."openingHours" IS NULL`,
  services: Prisma.sql`p."serviceCount" = 0`,
  position: Prisma.sql`p.precision IN ('STREET', 'COMMUNE', 'POSTCODE')`,
  contact: Prisma.sql`p.phone IS NULL AND coalesce(cardinality(p.emails), 0) = 0`,
  summary: Prisma.sql`p.summary IS NULL AND p.description IS NULL`,
  fees: Prisma.sql`coalesce(cardinality(p.fees), 0) = 0`,
  pivot: Prisma.sql`p.pivot IS NULL`,
}

/** The gaps that the table names beside each place: a number of the register is missed by nobody who comes. */
const shownGaps = ['hours', 'services', 'position', 'contact', 'summary', 'fees'] as const satisfies Gap[]

/** How many of them `"Place" p` has. */
export const gapCount = Prisma.join(
  shownGaps.map((gap) => Prisma.sql`(${gapConditions[gap]})::int`),
  ' + ',
)

/** Which of them it has. */
export const gapList = Prisma.sql`array_remove(ARRAY[${Prisma.join(
  shownGaps.map((gap) => Prisma.sql`CASE WHEN ${gapConditions[gap]} THEN ${gap} END`),
)}], NULL)`
