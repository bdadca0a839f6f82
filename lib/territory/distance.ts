/** Degrees, WGS 84. */
export interface Position {
  latitude: number
  longitude: number
}

const radius = 6_371_008.8
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres along the ground, on the same sphere as `ground_metres` in the database. */
export function distanceInMetres(from: Position, to: Position): number {
  const halfway = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2
  const chord =
    halfway(from.latitude, to.latitude) +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * halfway(from.longitude, to.longitude)
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(chord)))
}
