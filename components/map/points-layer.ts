import L from 'leaflet'
import Supercluster from 'supercluster'
import type { MapPoint } from '@/lib/search/map-data'
import { freeSpot } from './free-spot'
import type { MapText } from './map-props'
import { clusterIcon, pointIcon } from './mark'
import { popupContent } from './popup'

interface Options {
  text: MapText
  withoutLinks: boolean
  /** People who asked for less motion get jumps. */
  animate: boolean
}

/** Two marks closer than this on the screen, in pixels, are gathered: a finger, or an eye, tells the others apart. */
const gatherWithin = 64
const tilePixels = 256
/** One popup lists no more places at one address than a person would read. */
const listedAtMost = 30

/** Fits the narrowest phones. */
const popupOptions: L.PopupOptions = { maxWidth: 230, minWidth: 150, maxHeight: 260, autoPanPadding: [12, 12] }

/** Keeps on the map the marks that are in sight: hubs one by one, places gathered where they crowd. */
export function addPoints(map: L.Map, points: readonly MapPoint[], options: Options): () => void {
  const { text, animate } = options
  const hubs = points.filter(({ kind }) => kind === 'HUB')
  const index = new Supercluster<{ point: MapPoint }>({
    radius: gatherWithin,
    extent: tilePixels,
    maxZoom: map.getMaxZoom(),
  })
  index.load(points.filter(({ kind }) => kind !== 'HUB').map(toFeature))
  const layer = L.layerGroup().addTo(map)
  const drawn = new Map<string, L.Marker>()

  function draw() {
    const bounds = map.getBounds().pad(0.2)
    const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()] as const
    const wanted = new Map<string, () => L.Marker>()
    for (const { geometry, properties } of index.getClusters([...box], Math.round(map.getZoom()))) {
      const [longitude = 0, latitude = 0] = geometry.coordinates
      if ('cluster' in properties) {
        const { cluster_id: id, point_count: count } = properties
        wanted.set(`cluster ${id}`, () => clusterMark([latitude, longitude], id, count))
      } else wanted.set(properties.point.id, () => pointMark(properties.point))
    }
    const inSight = hubs.filter(({ latitude, longitude }) => bounds.contains([latitude, longitude]))
    for (const hub of inSight) wanted.set(hub.id, () => pointMark(hub))
    for (const [key, marker] of drawn) {
      if (wanted.has(key)) continue
      layer.removeLayer(marker)
      drawn.delete(key)
    }
    for (const [key, make] of wanted) if (!drawn.has(key)) drawn.set(key, make().addTo(layer))
    makeRoom(inSight)
  }

  function makeRoom(inSight: readonly MapPoint[]) {
    const names = new Set(inSight.map(({ id }) => id))
    const taken = [...drawn].filter(([key]) => !names.has(key)).map(([, marker]) => map.project(marker.getLatLng()))
    for (const { id, latitude, longitude } of inSight) {
      const spot = L.point(freeSpot(map.project([latitude, longitude]), taken))
      taken.push(spot)
      drawn.get(id)?.setLatLng(map.unproject(spot))
    }
  }

  function pointMark(point: MapPoint): L.Marker {
    const icon = pointIcon(point, text.kinds[point.kind])
    const marker = L.marker([point.latitude, point.longitude], { icon })
    marker.bindPopup(() => popupContent([point], text, options.withoutLinks), popupOptions)
    return pressable(marker, () => marker.openPopup())
  }

  function clusterMark(at: L.LatLngTuple, id: number, count: number): L.Marker {
    const icon = clusterIcon(count, text.cluster.replace('{count}', String(count)))
    const zoom = index.getClusterExpansionZoom(id)
    if (zoom > map.getMaxZoom()) {
      const marker = L.marker(at, { icon })
      const inside = index.getLeaves(id, listedAtMost).map(({ properties }) => properties.point)
      marker.bindPopup(() => popupContent(inside, text, options.withoutLinks), popupOptions)
      return pressable(marker, () => marker.openPopup())
    }
    const open = () => {
      // The mark that had the focus goes away: the map takes it, so that the keyboard is not lost.
      map.getContainer().focus({ preventScroll: true })
      map.setView(at, zoom, { animate })
    }
    return pressable(L.marker(at, { icon }).on('click', open), open)
  }

  draw()
  map.on('moveend', draw)
  return () => {
    map.off('moveend', draw)
    layer.remove()
  }
}

/** Leaflet calls its marks buttons: Enter and Space must press them. */
function pressable(marker: L.Marker, press: () => void): L.Marker {
  return marker.on('keydown', ({ originalEvent }: L.LeafletKeyboardEvent) => {
    if (originalEvent.key !== 'Enter' && originalEvent.key !== ' ') return
    originalEvent.preventDefault()
    press()
  })
}

function toFeature(point: MapPoint): GeoJSON.Feature<GeoJSON.Point, { point: MapPoint }> {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [point.longitude, point.latitude] },
    properties: { point },
  }
}
