import { distanceInMetres, type Position } from '@/lib/territory/distance'

/** A town beside the place, as a map without tiles shows it. */
export interface Town extends Position {
  code: string
  name: string
}

/** A drawing of 100 by 100 units, north above, the place in the middle. */
export interface Sketch {
  towns: { name: string; x: number; y: number; label: { x: number; y: number; anchor: 'start' | 'end' } }[]
  /** A round length and how long it is drawn */
  scale: { metres: number; units: number }
}

const middle = 50
/** A letter of a label, and a line of them, in units. */
export const letter = { width: 3, height: 6 }
const townsAtMost = 9
const leastRadius = 3000
const mostRadius = 25_000

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/**
 * Where the towns around a place are drawn. The nearest five decide how far one sees, from 3 to 25 km;
 * a name that would cover another, or the place itself, is left out with its town.
 *
 * @param towns the most important first: they have the first choice of the room
 */
export function sketchOf(place: Position, towns: readonly Town[]): Sketch {
  const distances = towns.map((town) => distanceInMetres(place, town)).sort((a, b) => a - b)
  const radius = Math.min(mostRadius, Math.max(leastRadius, 1.2 * (distances[4] ?? distances.at(-1) ?? 0)))
  const metresPerUnit = radius / 46
  // The place, and the arrow of the north.
  const taken: Box[] = [around(middle, middle, 5), { left: 82, right: 100, top: 0, bottom: 21 }]
  const drawn: Sketch['towns'] = []
  for (const town of towns) {
    const { x, y } = pointOf(place, town, metresPerUnit)
    const isInside = x > 2 && x < 98 && y > 4 && y < 87
    const label = isInside && drawn.length < townsAtMost ? labelOf(town.name, x, y, taken) : null
    if (!label) continue
    taken.push(label.box, around(x, y, 1.5))
    drawn.push({ name: town.name, x, y, label: { x: label.x, y: label.y, anchor: label.anchor } })
  }
  const metres = [500, 1000, 2000, 5000, 10_000].findLast((length) => length / metresPerUnit <= 40) ?? 500
  return { towns: drawn, scale: { metres, units: metres / metresPerUnit } }
}

/** Flat enough over a few kilometres. */
function pointOf(place: Position, town: Position, metresPerUnit: number): { x: number; y: number } {
  const metresPerDegree = 111_195
  const east = (town.longitude - place.longitude) * metresPerDegree * Math.cos((place.latitude * Math.PI) / 180)
  const north = (town.latitude - place.latitude) * metresPerDegree
  const rounded = (value: number) => Math.round(value * 10) / 10
  return { x: rounded(middle + east / metresPerUnit), y: rounded(middle - north / metresPerUnit) }
}

function labelOf(name: string, x: number, y: number, taken: readonly Box[]) {
  const width = name.length * letter.width
  for (const anchor of ['start', 'end'] as const) {
    const left = anchor === 'start' ? x + 2 : x - 2 - width
    const box = { left, right: left + width, top: y - letter.height / 2, bottom: y + letter.height / 2 }
    const isInside = box.left >= 0 && box.right <= 100
    const isFree = !taken.some((other) => overlap(box, other) || overlap(around(x, y, 1), other))
    if (isInside && isFree) return { anchor, x: anchor === 'start' ? x + 2 : x - 2, y: y + 1.7, box }
  }
  return null
}

const around = (x: number, y: number, by: number): Box => ({ left: x - by, right: x + by, top: y - by, bottom: y + by })

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** The eight winds, by the side of the first place that the second lies on. */
export const winds = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'] as const

/** Which wind leads from one point to another. */
export function windFrom(from: Position, to: Position): (typeof winds)[number] {
  const east = (to.longitude - from.longitude) * Math.cos((from.latitude * Math.PI) / 180)
  const eighths = Math.round(Math.atan2(east, to.latitude - from.latitude) / (Math.PI / 4))
  return winds[(eighths + 8) % 8] ?? 'N'
}
