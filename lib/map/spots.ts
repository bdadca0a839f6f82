import type { MapData } from './map-data'

/** Places on the flat map of the screen (Web Mercator), as parts of the world: 0 to 1 eastwards and southwards. */
export interface Spots {
  x: Float64Array
  y: Float64Array
}

/** A part of that map. */
export interface Box {
  west: number
  north: number
  east: number
  south: number
}

/** Where places stand on the square that web maps draw the world on, from 0 to 1 either way. */
export function spotsOf({ latitudes, longitudes }: Pick<MapData, 'latitudes' | 'longitudes'>): Spots {
  return { x: longitudes.map(eastOf), y: latitudes.map(southOf) }
}

/** How far east a longitude lies on that square. */
export const eastOf = (longitude: number) => longitude / 360 + 0.5

/** How far south a latitude lies on it, by the projection of Mercator. */
export function southOf(latitude: number): number {
  const sine = Math.sin((latitude * Math.PI) / 180)
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
}

/** Undoes `eastOf`. */
export const longitudeAt = (x: number) => (x - 0.5) * 360
/** Undoes `southOf`. */
export const latitudeAt = (y: number) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI

/** How many of the places shown stand in a part of the map. */
export function countIn({ x, y }: Spots, shown: Uint8Array, { west, north, east, south }: Box): number {
  let count = 0
  for (let rank = 0; rank < shown.length; rank++) {
    const [here, down] = [x[rank] ?? 0, y[rank] ?? 0]
    if (shown[rank] && here >= west && here <= east && down >= north && down <= south) count++
  }
  return count
}
