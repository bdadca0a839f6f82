import type { ShownKind } from '@/components/place/kind-shapes'
import type { Locale } from '@/lib/i18n/languages'
import type { MapPoint } from '@/lib/map/map-point'

/** The words of the map, from the catalogue; `{count}` is replaced in the browser. */
export interface MapText {
  locale: Locale
  label: string
  zoomIn: string
  zoomOut: string
  cluster: string
  clusterHere: string
  approximate: string
  see: string
  seeHub: string
  close: string
  you: string
  tilesFailed: string
  placesFailed: string
  inView: string
  searchHere: string
  ahead: string
  kinds: Record<ShownKind, string>
}

export interface Tiles {
  /** With {z}, {x} and {y} */
  url: string
  attribution: string
}

export type LatLon = [latitude: number, longitude: number]

export interface MapProps {
  tiles: Tiles
  text: MapText
  /** What must be in sight at first. */
  inView: readonly LatLon[]
  /** Where the person starts from. */
  start?: LatLon
  /** Marks that come with the page, */
  points?: readonly MapPoint[]
  /** and the parameters of the search that chooses among all the places of France. */
  query?: string
  /** On the page of a place, its mark needs no link to itself. */
  withoutLinks?: boolean
}
