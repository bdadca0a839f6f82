/**
 * The point of a GeoJSON geometry, longitude first: its own, or the first one of a collection. An
 * outline or a line says where a territory is, not where to go: it gives none.
 */
export function pointOf(geometry: unknown, deepest = 6): [string, string] | null {
  if (deepest === 0 || geometry === null || typeof geometry !== 'object') return null
  if ('geometries' in geometry && Array.isArray(geometry.geometries)) {
    return geometry.geometries.map((each) => pointOf(each, deepest - 1)).find((point) => point !== null) ?? null
  }
  if (!('type' in geometry && 'coordinates' in geometry) || !Array.isArray(geometry.coordinates)) return null
  const [longitude, latitude] = geometry.type === 'MultiPoint' ? [geometry.coordinates[0]].flat() : geometry.coordinates
  if (geometry.type !== 'Point' && geometry.type !== 'MultiPoint') return null
  return isNumber(longitude) && isNumber(latitude) ? [String(longitude), String(latitude)] : null
}

/** Some programs write numbers as texts. */
function isNumber(value: unknown): boolean {
  return (
    typeof value === 'number' || (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)))
  )
}
