'use client'

import 'leaflet/dist/leaflet.css'
import L from 'leaflet'
import { useEffect, useMemo, useState } from 'react'
import { MapContainer, Marker, useMap, ZoomControl } from 'react-leaflet'
import type { MapPoint } from '@/lib/map/map-point'
import { BaseLayer } from './base-layer'
import leaflet from './leaflet.module.css'
import { followList, tellList } from './list-in-step'
import { MapBar } from './map-bar'
import type { MapProps, MapText } from './map-props'
import { startIcon } from './mark'
import styles from './place-map.module.css'
import { PlacesLayer } from './places-layer'
import type { ShownPlaces } from './shown-places'
import { usePopupKeys } from './use-popup-keys'
import { useShownPlaces } from './use-shown-places'

const metropolitanFrance: L.LatLngBoundsLiteral = [
  [42.2, -4.9],
  [51.1, 8.3],
]
const closestAtFirst = 14

/** The map itself. Only ever loaded in the browser, after the page: see `LazyMap`. */
export function PlaceMap({ tiles, text, inView, start, points, query, withoutLinks = false }: MapProps) {
  const [haveTilesFailed, setHaveTilesFailed] = useState(false)
  const [animate] = useState(() => !window.matchMedia('(prefers-reduced-motion: reduce)').matches)
  const [layer, setLayer] = useState<{ map: L.Map; places: PlacesLayer } | null>(null)
  const { places, params, isAhead, hasFailed } = useShownPlaces(query)
  const bounds = inView.length > 0 ? L.latLngBounds([...inView]) : L.latLngBounds(metropolitanFrance)
  return (
    <>
      <MapContainer
        className={`${leaflet.map} ${styles.map}`}
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
        <Places {...{ text, points, places, withoutLinks, animate }} onReady={setLayer} />
      </MapContainer>
      {layer && places && <MapBar {...layer} {...{ text, params, isAhead }} shown={places.shown} />}
      <div role="status">
        {haveTilesFailed && <p className={styles.notice}>{text.tilesFailed}</p>}
        {hasFailed && <p className={styles.notice}>{text.placesFailed}</p>}
      </div>
    </>
  )
}

interface PlacesProps {
  text: MapText
  points: readonly MapPoint[] | undefined
  places: ShownPlaces | null
  withoutLinks: boolean
  animate: boolean
  onReady: (layer: { map: L.Map; places: PlacesLayer } | null) => void
}

function Places({ text, points, places, withoutLinks, animate, onReady }: PlacesProps) {
  const map = useMap()
  const [layer, setLayer] = useState<PlacesLayer | null>(null)
  const all = useMemo(() => [...(points ?? []), ...(places?.data.hubs ?? []).map(hubMark)], [points, places?.data.hubs])
  usePopupKeys(map, text.close)

  useEffect(() => {
    map.getContainer().setAttribute('aria-label', text.label)
    map.getContainer().setAttribute('role', 'region')
    map.getContainer().setAttribute('aria-describedby', 'map-keys')
    map.attributionControl.setPrefix('<a href="https://leafletjs.com">Leaflet</a>')
  }, [map, text.label])

  useEffect(() => {
    // The arrow keys glide, whatever else is asked of the map.
    if (!animate) map.panBy = (by, options) => L.Map.prototype.panBy.call(map, by, { ...options, animate: false })
  }, [map, animate])

  useEffect(() => {
    const made = new PlacesLayer(map, { text, withoutLinks, animate, onTold: (ids) => tellList(ids, animate) })
    const stopFollowing = followList((id) => made.choose(id))
    setLayer(made)
    onReady({ map, places: made })
    return () => {
      stopFollowing()
      made.remove()
    }
  }, [map, text, withoutLinks, animate, onReady])

  useEffect(() => layer?.show(all, places), [layer, all, places])
  return null
}

function hubMark({ slug, ...hub }: ShownPlaces['data']['hubs'][number]): MapPoint {
  return { ...hub, id: slug, kind: 'HUB', isApproximate: false }
}
