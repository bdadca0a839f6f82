import { useEffect, useState } from 'react'
import { GeoJSON, TileLayer } from 'react-leaflet'
import type { Tiles } from './map-props'
import styles from './place-map.module.css'

/** IGN's tiles stop there. */
const deepestZoom = 19

/** The drawn map; when none of its tiles comes, the outlines of the départements. */
export function BaseLayer({ tiles, onFailure }: { tiles: Tiles; onFailure: (hasFailed: boolean) => void }) {
  const [hasFailed, setHasFailed] = useState(false)
  const [outlines, setOutlines] = useState<GeoJSON.Feature | null>(null)

  useEffect(() => {
    onFailure(hasFailed)
    if (!hasFailed) return
    fetch('/departements.json')
      .then(async (response) => setOutlines(response.ok ? await response.json() : null))
      .catch(() => setOutlines(null))
  }, [hasFailed, onFailure])

  return (
    <>
      <TileLayer
        url={tiles.url}
        attribution={tiles.attribution}
        maxZoom={deepestZoom}
        eventHandlers={{ tileerror: () => setHasFailed(true), tileload: () => setHasFailed(false) }}
      />
      {hasFailed && outlines && (
        <GeoJSON data={outlines} interactive={false} style={{ className: styles.outlines, weight: 1.5, fill: false }} />
      )}
    </>
  )
}
