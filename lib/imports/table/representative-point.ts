type Point = [x: number, y: number]

/**
 * A point of a GeoJSON geometry, x first: its own, the first one of a collection, or one inside an outline the size of
 * a building or a park. The outline of a territory says where it is, not where to go: it gives none.
 */
export function representativePoint(geometry: unknown, deepest = 6): Point | null {
  if (deepest === 0 || geometry === null || typeof geometry !== 'object' || !('type' in geometry)) return null
  if ('geometries' in geometry && Array.isArray(geometry.geometries)) {
    const points = geometry.geometries.map((each) => representativePoint(each, deepest - 1))
    return points.find((point) => point !== null) ?? null
  }
  if (!('coordinates' in geometry) || !Array.isArray(geometry.coordinates)) return null
  const { type, coordinates } = geometry
  if (type === 'Point') return pointOf(coordinates)
  if (type === 'MultiPoint') return pointOf(coordinates[0])
  if (type === 'Polygon') return pointOfOutline(coordinates[0])
  return type === 'MultiPolygon' && Array.isArray(coordinates[0]) ? pointOfOutline(coordinates[0][0]) : null
}

function pointOf(value: unknown): Point | null {
  if (!Array.isArray(value)) return null
  // Some programs write numbers as texts
  const [x, y] = value.map((one) => (typeof one === 'string' && one.trim() !== '' ? Number(one) : one))
  return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null
}

/** Widest outline that still says where to go: some 700 m, in degrees or in metres of a projection. */
const widest = { degrees: 0.008, metres: 800 }

function pointOfOutline(ring: unknown): Point | null {
  if (!Array.isArray(ring) || ring.length > 5000) return null
  const corners = ring.flatMap((corner) => {
    const point = pointOf(corner)
    return point ? [point] : []
  })
  if (corners.length < 3) return null
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  const width = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys))
  const isMetric = Math.max(...xs.map(Math.abs)) > 180
  if (width > (isMetric ? widest.metres : widest.degrees)) return null
  const y = (Math.min(...ys) + Math.max(...ys)) / 2
  return insideAt(corners, y) ?? corners[0] ?? null
}

/** The middle of the widest stretch of the outline at this height: always inside, where a centroid may not be. */
function insideAt(corners: readonly Point[], y: number): Point | null {
  const crossings = corners.flatMap(([x1, y1], index) => {
    const [x2, y2] = corners[(index + 1) % corners.length] ?? [x1, y1]
    return y1 > y !== y2 > y ? [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)] : []
  })
  const sorted = crossings.sort((a, b) => a - b)
  let best: { x: number; width: number } | null = null
  for (let index = 0; index + 1 < sorted.length; index += 2) {
    const [from = 0, to = 0] = sorted.slice(index, index + 2)
    if (!best || to - from > best.width) best = { x: (from + to) / 2, width: to - from }
  }
  return best && [best.x, y]
}
