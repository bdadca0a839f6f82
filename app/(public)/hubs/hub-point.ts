import type { MapPoint } from '@/lib/map/map-point'

/** A hub as a mark on the map. */
export function hubPoint(hub: { slug: string; name: string; latitude: number; longitude: number }): MapPoint {
  const { slug, name, latitude, longitude } = hub
  return { id: slug, name, kind: 'HUB', latitude, longitude, isApproximate: false }
}
