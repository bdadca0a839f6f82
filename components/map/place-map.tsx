'use client'

import 'leaflet/dist/leaflet.css'
import L from 'leaflet'
import { useEffect, useState } from 'react'
import { MapContainer, Marker, useMap, ZoomControl } from 'react-leaflet'
import { decodeMapData, type MapData, type MapPoint } from '@/lib/search/map-data'
import { BaseLayer } from './base-layer'
import type { MapProps } from './map-props'
import { startIcon } from './mark'
import styles from './place-map.module.css'
import { addPoints } from './points-layer'
import { usePopupKeys } from './use-popup-keys'

const metropolitanFrance: L.LatLngBoundsLiteral = [
  [42.2, -4.9],
  [51.1, 8.3],
]
const closestAtFirst = 14

/** The map itself. Only ever loaded in the browser, after the page: see `LazyMap`. */
export function PlaceMap(props: MapProps) {
  const { tiles, text, inView, start } = props
  const [haveTilesFailed, setHaveTilesFailed] = useState(false)
  const [havePlacesFailed, setHavePlacesFailed] = useState(false)
  const [animate] = useState(() => !window.matchMedia('(prefers-reduced-motion: reduce)').matches)
  const bounds = inView.length > 0 ? L.latLngBounds([...inView]) : L.latLngBounds(metropolitanFrance)
  return (
    <>
      <MapContainer
        className={styles.map}
        bounds={bounds}
        boundsOptions={inView.length > 0 ? { padding: [40, 40], maxZoom: closestAtFirst } : {}}
        minZoom={2}
        maxZoom={18}
        zoomControl={false}
        zoomAnimation={animate}
        fadeAnimation={animate}
        markerZoomAnimation={animate}
        inertia={animate}
      >
        <BaseLayer tiles={tiles} onFailure={setHaveTilesFailed} />
        <ZoomControl zoomInTitle={text.zoomIn} zoomOutTitle={text.zoomOut} />
        {start && <Marker position={start} icon={startIcon(text.you)} interactive={false} keyboard={false} />}
        <Points {...props} animate={animate} onFailure={setHavePlacesFailed} />
      </MapContainer>
      <div role="status">
        {haveTilesFailed && <p className={styles.notice}>{text.tilesFailed}</p>}
        {havePlacesFailed && <p className={styles.notice}>{text.placesFailed}</p>}
      </div>
    </>
  )
}

interface PointsProps extends MapProps {
  animate: boolean
  onFailure: (hasFailed: boolean) => void
}

function Points({ text, points: given, source, withoutLinks = false, animate, onFailure }: PointsProps) {
  const map = useMap()
  const [fetched, setFetched] = useState<MapPoint[]>([])
  usePopupKeys(map, text.close)

  useEffect(() => {
    map.getContainer().setAttribute('aria-label', text.label)
    map.getContainer().setAttribute('role', 'region')
    map.attributionControl.setPrefix('<a href="https://leafletjs.com">Leaflet</a>')
  }, [map, text.label])

  useEffect(() => {
    if (!source) return
    const request = new AbortController()
    fetchPoints(source, request.signal)
      .then(setFetched)
      .catch(() => onFailure(!request.signal.aborted))
    return () => request.abort()
  }, [source, onFailure])

  useEffect(
    () => addPoints(map, [...fetched, ...(given ?? [])], { text, withoutLinks, animate }),
    [map, given, fetched, text, withoutLinks, animate],
  )
  return null
}

async function fetchPoints(source: string, signal: AbortSignal): Promise<MapPoint[]> {
  const response = await fetch(source, { signal })
  if (!response.ok) throw new Error(`${source}: ${response.status}`)
  return decodeMapData((await response.json()) as MapData)
}
