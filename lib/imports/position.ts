import { distanceInMetres, type Position } from '@/lib/territory/distance'
import type { KnownCommune } from './commune-index'

/** A position as checked: kept, mended or set aside with the reason. */
export interface CheckedPosition {
  position: Position | null
  remark: string | null
  kind: 'repaired' | 'dropped'
}

/** How far from its commune's centre a place may be, metres: communes of Guiana and of the Pacific are vast. */
const farthest = 40_000
const farthestOverseas = 250_000
const vast = new Set(['973', '987', '988'])

/**
 * Checks a position against its commune. One that lies elsewhere is taken as missing, unless its two
 * numbers were swapped.
 */
export function checkPosition(position: Position | null, commune: KnownCommune): CheckedPosition {
  if (!position) return { position: null, remark: null, kind: 'dropped' }
  const { latitude, longitude } = commune
  const isOnEarth = Math.abs(position.latitude) <= 90
  if (latitude === null || longitude === null) {
    if (isOnEarth) return { position, remark: null, kind: 'dropped' }
    return { position: null, remark: 'Coordonnées hors de la Terre, non reprises', kind: 'dropped' }
  }
  const centre = { latitude, longitude }
  const limit = vast.has(commune.departmentCode) ? farthestOverseas : farthest
  const isThere = (tried: Position) => Math.abs(tried.latitude) <= 90 && distanceInMetres(tried, centre) <= limit
  if (isThere(position)) return { position, remark: null, kind: 'dropped' }
  const swapped = { latitude: position.longitude, longitude: position.latitude }
  if (isThere(swapped)) return { position: swapped, remark: 'Latitude et longitude inversées', kind: 'repaired' }
  const away = isOnEarth
    ? `à ${Math.round(distanceInMetres(position, centre) / 1000)} km de ${commune.name}`
    : 'impossible'
  return { position: null, remark: `Position ${away} : non reprise`, kind: 'dropped' }
}
