import { z } from 'zod'
import { audiences, fees, services, supportModes } from '@/lib/open-data/vocabulary'
import type { Audience, Fee, Level, Service, SupportMode } from '@/prisma/client/enums'
import { choices, optionalLine, webAddress } from './fields'
import { levels } from './words'

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
  /** A box: sent when ticked */
  offered: z.string(),
  supportModes: choices(supportModes),
  fees: choices(fees),
  audiences: choices(audiences),
  levels: choices(levels),
  bookingUrl: webAddress(),
  note: optionalLine(500),
})

const codes = Object.keys(services) as [Service, ...Service[]]

/** Leaves out what is written beside an unticked service before it is judged: it is not shown either. */
function offeredRows(rows: unknown): unknown {
  if (typeof rows !== 'object' || rows === null) return rows
  return Object.fromEntries(Object.entries(rows).filter(([, row]) => Boolean(row?.offered)))
}

/** The grid as its form sends it, by service → its lines, in the vocabulary's order. */
export const serviceGrid = z
  .preprocess(offeredRows, z.partialRecord(z.enum(codes, 'Ce service n’existe pas.'), gridRow))
  .default({})
  .transform((rows): ServiceLine[] =>
    codes.flatMap((service) => {
      const row = rows[service]
      if (!row) return []
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
