import type { Position } from '@/lib/territory/distance'
import type { Random } from './random'
import type { DemoCommune } from './spread'

const metresPerDegree = 111_195

/** A point in the town: within 150 m of the middle of a village, 1.5 km of that of a city. */
export function drawPosition(commune: DemoCommune, random: Random): Position {
  const reach = Math.min(1500, Math.max(150, 5 * Math.sqrt(commune.population)))
  // The square root spreads points evenly over the disc.
  const away = (reach * Math.sqrt(random.next())) / metresPerDegree
  const angle = 2 * Math.PI * random.next()
  const latitude = commune.latitude + away * Math.sin(angle)
  const longitude = commune.longitude + (away * Math.cos(angle)) / Math.cos((commune.latitude * Math.PI) / 180)
  return { latitude: Number(latitude.toFixed(5)), longitude: Number(longitude.toFixed(5)) }
}
