interface Spot {
  x: number
  y: number
}

/** Pixels between the middles of two marks that a finger can tell apart. */
export const apart = 52
const directions = 12
const furthestRing = 4

/**
 * The nearest spot of the screen to `wanted` where a mark stands clear of the others. For hubs, which stand
 * for a whole territory: a finger's width aside, theirs says as much. When there is none near, `wanted`.
 */
export function freeSpot(wanted: Spot, taken: readonly Spot[]): Spot {
  const isFree = ({ x, y }: Spot) => taken.every((other) => Math.hypot(other.x - x, other.y - y) >= apart)
  if (isFree(wanted)) return wanted
  for (let ring = 1; ring <= furthestRing; ring += 1) {
    for (let direction = 0; direction < directions; direction += 1) {
      const angle = (2 * Math.PI * direction) / directions
      const radius = (ring * apart) / 2
      const spot = { x: wanted.x + radius * Math.cos(angle), y: wanted.y + radius * Math.sin(angle) }
      if (isFree(spot)) return spot
    }
  }
  return wanted
}
