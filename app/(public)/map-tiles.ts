import type { Tiles } from '@/components/map/map-props'
import { env } from '@/lib/env'

/** The base map, as the settings of this site name it. */
export function mapTiles(): Tiles {
  const { TILES_URL, TILES_ATTRIBUTION } = env()
  return { url: TILES_URL, attribution: TILES_ATTRIBUTION }
}
