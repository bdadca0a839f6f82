import type { Position } from '@/lib/territory/distance'

/** The middle of positions that lie near one another, to five decimals (a metre). */
export function meanOf(positions: readonly Position[]): Position {
  const mean = (coordinate: keyof Position) =>
    Number((positions.reduce((sum, position) => sum + position[coordinate], 0) / positions.length).toFixed(5))
  return { latitude: mean('latitude'), longitude: mean('longitude') }
}
