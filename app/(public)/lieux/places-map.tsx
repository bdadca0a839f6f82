import { MapPanel } from '@/components/map/map-panel'
import type { LatLon } from '@/components/map/map-props'
import type { FoundPlace } from '@/lib/search/found-place'
import { type Search, searchToParams } from '@/lib/search/schema'
import { mapTiles } from '../map-tiles'

interface Props {
  search: Search
  places: readonly FoundPlace[]
}

/** Near a position, the first few places are the point; the rest of France is a gesture away. */
const nearestInView = 5

export function PlacesMap({ search, places }: Props) {
  const { near } = search
  const start: LatLon | undefined = near ? [near.latitude, near.longitude] : undefined
  const isLocal = near !== null || search.communeCodes.length + search.departmentCodes.length > 0
  const shown = isLocal ? places.slice(0, near ? nearestInView : places.length) : []
  const inView = shown.map(({ latitude, longitude }): LatLon => [latitude, longitude])
  return (
    <MapPanel tiles={mapTiles()} start={start} inView={start ? [start, ...inView] : inView} source={source(search)} />
  )
}

/** The map shows all that match, on whatever page and in whatever order. */
function source(search: Search): string {
  const params = searchToParams(search)
  for (const name of ['page', 'limite', 'tri']) params.delete(name)
  if (search.radius === null) for (const name of ['lat', 'lon']) params.delete(name)
  return `/lieux/carte.json?${params}`
}
