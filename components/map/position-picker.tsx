'use client'

import 'leaflet/dist/leaflet.css'
import type L from 'leaflet'
import { useEffect, useState } from 'react'
import { MapContainer, Marker, useMap, useMapEvents, ZoomControl } from 'react-leaflet'
import { BaseLayer } from './base-layer'
import leaflet from './leaflet.module.css'
import type { LatLon, Tiles } from './map-props'
import { startIcon } from './mark'
import styles from './position-picker.module.css'

export interface PickerText {
  label: string
  point: string
  zoomIn: string
  zoomOut: string
  tilesFailed: string
}

export interface PickerProps {
  tiles: Tiles
  text: PickerText
  position: LatLon
  onMove: (position: LatLon) => void
}

/** A map with one point, to be dragged or put down by a click. Typing its coordinates does as well. */
export function PositionPicker({ tiles, text, position, onMove }: PickerProps) {
  const [haveTilesFailed, setHaveTilesFailed] = useState(false)
  return (
    <>
      <MapContainer className={`${leaflet.map} ${styles.map}`} center={position} zoom={16} zoomControl={false}>
        <BaseLayer tiles={tiles} onFailure={setHaveTilesFailed} />
        <ZoomControl zoomInTitle={text.zoomIn} zoomOutTitle={text.zoomOut} />
        <Point text={text} position={position} onMove={onMove} />
      </MapContainer>
      <p role="status">{haveTilesFailed && text.tilesFailed}</p>
    </>
  )
}

function Point({ text, position, onMove }: Omit<PickerProps, 'tiles'>) {
  const map = useMap()
  const [latitude, longitude] = position
  useMapEvents({ click: ({ latlng }) => onMove(degreesOf(latlng)) })

  useEffect(() => {
    map.getContainer().setAttribute('role', 'region')
    map.getContainer().setAttribute('aria-label', text.label)
    map.attributionControl.setPrefix('<a href="https://leafletjs.com">Leaflet</a>')
  }, [map, text.label])

  useEffect(() => {
    if (!map.getBounds().contains([latitude, longitude])) map.setView([latitude, longitude])
  }, [map, latitude, longitude])

  return (
    <Marker
      position={position}
      icon={startIcon(text.point)}
      draggable
      autoPan
      eventHandlers={{ dragend: ({ target }) => onMove(degreesOf((target as L.Marker).getLatLng())) }}
    />
  )
}

/** A millionth of a degree is ten centimetres. */
function degreesOf({ lat, lng }: L.LatLng): LatLon {
  return [Number(lat.toFixed(6)), Number(lng.toFixed(6))]
}
