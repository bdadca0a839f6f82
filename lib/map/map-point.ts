import type { PlaceKind } from '@/prisma/client/enums'

/** A mark that a page itself gives to its map: a place, or a hub known by its slug. */
export interface MapPoint {
  id: string
  name: string
  kind: PlaceKind | 'HUB'
  latitude: number
  longitude: number
  isApproximate: boolean
}
