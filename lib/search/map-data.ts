import type { PlaceKind } from '@/prisma/client/enums'

/** A mark on the map: a place, or a hub known by its slug. */
export interface MapPoint {
  id: string
  name: string
  kind: PlaceKind | 'HUB'
  latitude: number
  longitude: number
  isApproximate: boolean
}

type Row = [id: string, name: string, kind: MapPoint['kind'], latitude: number, longitude: number, approximate: 0 | 1]

/** What travels to the map: rows without names of fields, which would be most of the weight. */
export interface MapData {
  points: Row[]
}

/** Five decimals are a metre. */
const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5

export function encodeMapData(points: readonly MapPoint[]): MapData {
  return {
    points: points.map(({ id, name, kind, latitude, longitude, isApproximate }) => [
      id,
      name,
      kind,
      rounded(latitude),
      rounded(longitude),
      isApproximate ? 1 : 0,
    ]),
  }
}

export function decodeMapData({ points }: MapData): MapPoint[] {
  return points.map(([id, name, kind, latitude, longitude, approximate]) => ({
    id,
    name,
    kind,
    latitude,
    longitude,
    isApproximate: approximate === 1,
  }))
}
