/** What says where to look: the area takes its place. */
const where = ['lieu', 'lat', 'lon', 'rayon', 'commune', 'departement', 'page', 'tri']

/** A part of the map, by its middle and the distance from there to its corners, in metres. */
export interface Area {
  latitude: number
  longitude: number
  radius: number
}

/** The address of the list of what an area holds: the circle through its corners, so that nothing in view is missed. */
export function areaAddress(params: URLSearchParams, { latitude, longitude, radius }: Area): string {
  const around = new URLSearchParams(params)
  for (const name of where) around.delete(name)
  around.set('lat', latitude.toFixed(4))
  around.set('lon', longitude.toFixed(4))
  // A tenth of a kilometre, upwards, and half-way round the Earth at most
  around.set('rayon', String(Math.min(Math.ceil(radius / 100) / 10, 20_000)))
  return `/lieux?${around}`
}
