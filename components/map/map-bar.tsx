import type L from 'leaflet'
import { useEffect, useState } from 'react'
import { localPath } from '@/lib/i18n/path'
import { type Area, areaAddress } from './area-address'
import styles from './map-bar.module.css'
import type { MapText } from './map-props'
import type { PlacesLayer } from './places-layer'

interface Props {
  map: L.Map
  places: PlacesLayer
  /** What is on the map: when it changes, the count does */
  shown: Uint8Array
  params: URLSearchParams
  isAhead: boolean
  text: MapText
}

/** How many places are in view and, once the person has moved the map, the way to their list. */
export function MapBar({ map, places, shown, params, isAhead, text }: Props) {
  const [count, setCount] = useState(0)
  const [area, setArea] = useState<Area | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown changes the count.
  useEffect(() => {
    const recount = () => setCount(places.countInView())
    recount()
    map.on('moveend', recount)
    return () => {
      map.off('moveend', recount)
    }
  }, [map, places, shown])

  useEffect(() => followMoves(map, setArea), [map])

  return (
    <div className={styles.bar}>
      <p role="status">
        {text.inView.replace('{count}', count.toLocaleString(text.locale))}
        {isAhead && <span className={styles.ahead}> {text.ahead}</span>}
      </p>
      {area && (
        <a className={styles.search} href={localPath(text.locale, areaAddress(params, area))}>
          {text.searchHere}
        </a>
      )}
    </div>
  )
}

/** Tells the area in view after each move that the person makes: the map moves by itself too, to show a mark. */
function followMoves(map: L.Map, onMove: (area: Area) => void): () => void {
  let isMoving = false
  const start = () => {
    isMoving = true
  }
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key.startsWith('Arrow')) start()
  }
  const end = () => {
    if (isMoving) onMove(areaInView(map))
    isMoving = false
  }
  map.on('dragstart zoomstart', start).on('moveend', end)
  map.getContainer().addEventListener('keydown', onKeyDown, { capture: true })
  return () => {
    map.off('dragstart zoomstart', start).off('moveend', end)
    map.getContainer().removeEventListener('keydown', onKeyDown, { capture: true })
  }
}

function areaInView(map: L.Map): Area {
  const { lat, lng } = map.getCenter().wrap()
  return { latitude: lat, longitude: lng, radius: map.distance(map.getCenter(), map.getBounds().getNorthEast()) }
}
