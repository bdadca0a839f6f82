import type { MapData } from '@/lib/map/map-data'
import { hasBit } from '@/lib/map/planes'
import type { Spots } from '@/lib/map/spots'
import type { PlaceKind } from '@/prisma/client/enums'

/** The places of France, and those of them that are on the map now. */
export interface ShownPlaces {
  data: MapData
  spots: Spots
  /** One for each place that is shown, by rank */
  shown: Uint8Array
}

/** What the map tells of one place without asking. */
export interface PlaceMark {
  id: string
  kind: PlaceKind
  isApproximate: boolean
  position: [latitude: number, longitude: number]
}

export function markAt({ ids, latitudes, longitudes, approximate, ...data }: MapData, rank: number): PlaceMark {
  return {
    id: `adp-${ids[rank]}`,
    kind: kindAt(data, rank),
    isApproximate: hasBit(approximate, rank),
    position: [latitudes[rank] ?? 0, longitudes[rank] ?? 0],
  }
}

/** @returns -1 for a place that is not published, or that is newer than the data */
export function rankOf({ ids }: MapData, id: string): number {
  return ids.indexOf(Number(id.slice('adp-'.length)))
}

function kindAt({ facets, kinds, combinationOf }: Pick<MapData, 'facets' | 'kinds' | 'combinationOf'>, rank: number) {
  const combination = combinationOf[rank] ?? 0
  const isOf = (kind: PlaceKind) => {
    const column = facets.get(kinds[kind])
    return column !== undefined && hasBit(column, combination)
  }
  return (Object.keys(kinds) as PlaceKind[]).find(isOf) ?? 'MEDIATION'
}
