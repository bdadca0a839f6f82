import proj4 from 'proj4'
import type { Mapping } from './schema'

/** EPSG:2154. The origin and the parallels of mainland France; official since 2000. */
const lambert93 =
  '+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs'

const definitions = { 'lambert-93': proj4(lambert93), 'web-mercator': proj4('EPSG:3857') }

/** Metres of a projection as degrees, to a tenth of a metre; null for numbers that are no such metres. */
export function toDegrees(
  projection: Exclude<Mapping['projection'], 'degrees'>,
  x: number,
  y: number,
): { latitude: number; longitude: number } | null {
  const written = projectionOf(x, y)
  if (written === null || written === 'degrees') return null
  // `inverse` goes from metres to degrees
  const [longitude, latitude] = definitions[projection].inverse([x, y])
  if (longitude === undefined || latitude === undefined) return null
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return null
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6
  return { latitude: round(latitude), longitude: round(longitude) }
}

/**
 * What a pair of numbers is: degrees, Lambert-93 metres, those of web maps, or null for metres of another
 * projection. North of the Loire the two last overlap: Lambert-93 is what French files use.
 */
export function projectionOf(x: number, y: number): Mapping['projection'] | null {
  if (Math.abs(x) <= 180 && Math.abs(y) <= 180) return 'degrees'
  if (x >= 50_000 && x <= 1_300_000 && y >= 6_000_000 && y <= 7_200_000) return 'lambert-93'
  if (x >= -600_000 && x <= 1_100_000 && y >= 5_000_000 && y <= 6_750_000) return 'web-mercator'
  return null
}
