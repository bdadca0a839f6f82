import { z } from 'zod'
import { audiences, fees, services, supportModes } from '@/lib/open-data/vocabulary'
import type { Audience, Fee, Level, Service, SupportMode } from '@/prisma/client/enums'
import { choices, optionalLine, webAddress } from './fields'

/** Who a service suits, in everyday words. */
export const levels: Readonly<Record<Level, string>> = {
  BEGINNER: 'Débutant',
  INTERMEDIATE: 'À l’aise',
  ADVANCED: 'Confirmé',
}

/** One line of the grid. An empty list means "as the place says". */
export interface ServiceLine {
  service: Service
  supportModes: SupportMode[]
  fees: Fee[]
  audiences: Audience[]
  levels: Level[]
  bookingUrl: string | null
  note: string | null
}

const gridRow = z.object({
  /** A box: sent when ticked. What is written beside an unticked service is not kept. */
  offered: z.string().default(''),
  supportModes: choices(supportModes),
  fees: choices(fees),
  audiences: choices(audiences),
  levels: choices(levels),
  bookingUrl: webAddress(),
  note: optionalLine(500),
})

const codes = Object.keys(services) as [Service, ...Service[]]

/** The grid as its form sends it, by service → its lines, in the vocabulary's order. */
export const serviceGrid = z
  .partialRecord(z.enum(codes, 'Ce service n’existe pas.'), gridRow)
  .default({})
  .transform((rows): ServiceLine[] =>
    codes.flatMap((service) => {
      const row = rows[service]
      if (!row?.offered) return []
      const { offered: _, ...line } = row
      return { service, ...line }
    }),
  )

/** What the place says as a whole must contain what its services say: searches read both. */
export function withGridValues<Place extends Pick<ServiceLine, 'supportModes' | 'fees' | 'audiences'>>(
  place: Place,
  grid: readonly ServiceLine[],
): Place {
  const union = <Code extends string>(
    all: Readonly<Record<Code, string>>,
    own: Code[],
    of: (line: ServiceLine) => Code[],
  ) => (Object.keys(all) as Code[]).filter((code) => own.includes(code) || grid.some((line) => of(line).includes(code)))
  return {
    ...place,
    supportModes: union(supportModes, place.supportModes, (line) => line.supportModes),
    fees: union(fees, place.fees, (line) => line.fees),
    audiences: union(audiences, place.audiences, (line) => line.audiences),
  }
}
