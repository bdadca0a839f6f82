import { distanceInMetres, type Position } from '@/lib/territory/distance'
import type { Precision } from '@/prisma/client/enums'

/** What is known of the commune of a place. */
export interface KnownCommune {
  name: string
  departmentCode: string
  postcodes: readonly string[]
  latitude: number | null
  longitude: number | null
  /** How well its position is known */
  precision: Precision | null
}

/**
 * How far from its commune's position a place may be without a question, metres. Almost all communes reach
 * less far than 12 km from their centre; the position of some is only known to be around there.
 */
const farthest: Readonly<Record<Precision, number>> = {
  SURVEYED: 12_000,
  ADDRESS: 12_000,
  STREET: 12_000,
  COMMUNE: 17_000,
  POSTCODE: 30_000,
}
/** Communes of Guiana and of the Pacific are vast. */
const vast = new Set(['973', '987', '988'])
const farthestOfVast = 250_000

/** What does not go together in an address, in sentences; it may be true all the same. */
export function addressOddities(
  { postcode, ...position }: Position & { postcode: string },
  commune: KnownCommune,
): string[] {
  const { name, postcodes, latitude, longitude, precision } = commune
  const said: string[] = []
  if (!postcodes.includes(postcode)) {
    const known = postcodes.join(', ')
    said.push(
      `${postcode} n’est pas un code postal de ${name}${known ? ` (${known})` : ''}. C’est peut-être un code Cedex.`,
    )
  }
  if (latitude === null || longitude === null) return said
  const metres = distanceInMetres(position, { latitude, longitude })
  const limit = vast.has(commune.departmentCode) ? farthestOfVast : farthest[precision ?? 'POSTCODE']
  if (metres > limit) said.push(`Le point sur la carte est à ${Math.round(metres / 1000)}\u00a0km de ${name}.`)
  return said
}
