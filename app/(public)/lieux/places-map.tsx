import { useTranslations } from 'next-intl'
import { MapPanel } from '@/components/map/map-panel'
import type { LatLon } from '@/components/map/map-props'
import { Icon } from '@/components/ui/icon'
import type { FoundPlace } from '@/lib/search/found-place'
import { type Search, searchToParams } from '@/lib/search/schema'
import { mapTiles } from '../map-tiles'
import styles from './places-map.module.css'

interface Props {
  search: Search
  places: readonly FoundPlace[]
  /** The list beside the map */
  listId: string
}

/** Near a position, the first few places are the point; the rest of France is a gesture away. */
const nearestInView = 5

/** The map of the whole search, after the list; on a phone, one touch away from wherever one is in the list. */
export function PlacesMap({ search, places, listId }: Props) {
  const t = useTranslations('lieux')
  const { near } = search
  return (
    <>
      <a className={styles.toMap} href="#carte">
        <Icon name="map" size={20} /> {t('seeMap')}
      </a>
      <MapPanel
        tiles={mapTiles()}
        start={near ? [near.latitude, near.longitude] : undefined}
        inView={inView(search, places)}
        query={searchToParams(search).toString()}
        listId={listId}
      />
    </>
  )
}

function inView(search: Search, places: readonly FoundPlace[]): LatLon[] {
  const { near, radius, communeCodes, departmentCodes } = search
  if (near && radius !== null) return squareWithin(near, radius)
  const positions = places.map(({ latitude, longitude }): LatLon => [latitude, longitude])
  if (near) return [[near.latitude, near.longitude], ...positions.slice(0, nearestInView)]
  return communeCodes.length + departmentCodes.length > 0 ? positions : []
}

/** The corners of the square inside a circle, which fills a map better than the circle would. */
function squareWithin({ latitude, longitude }: NonNullable<Search['near']>, kilometres: number): LatLon[] {
  const north = kilometres / Math.SQRT2 / 111.2
  const east = north / Math.max(0.1, Math.cos((latitude * Math.PI) / 180))
  return [
    [Math.max(-85, latitude - north), Math.max(-180, longitude - east)],
    [Math.min(85, latitude + north), Math.min(180, longitude + east)],
  ]
}
