import L from 'leaflet'
import type { Gathering } from '@/lib/map/gather'
import type { MapData } from '@/lib/map/map-data'
import type { MapPoint } from '@/lib/map/map-point'
import { latitudeAt, longitudeAt } from '@/lib/map/spots'
import { clusterIcon, nameMark, pointIcon, pressable } from './mark'
import type { PlaceNames } from './place-names'
import { bindPopup, type PopupSettings } from './place-popup'
import { markAt, type PlaceMark } from './shown-places'

export interface MarkSettings extends PopupSettings {
  /** People who asked for less motion get jumps. */
  animate: boolean
}

/** One popup lists no more places at one address than a person would read. */
const listedAtMost = 30

/** Makes the marks of a map, and puts them on a layer of it. */
export class MarkMaker {
  readonly #map: L.Map
  readonly #layer: L.LayerGroup
  readonly #names: PlaceNames
  readonly #settings: MarkSettings

  constructor(map: L.Map, layer: L.LayerGroup, names: PlaceNames, settings: MarkSettings) {
    this.#map = map
    this.#layer = layer
    this.#names = names
    this.#settings = settings
  }

  /** A hub, or the place of the page. */
  point({ id, name, kind, latitude, longitude, isApproximate }: MapPoint): L.Marker {
    const marker = this.#listing([latitude, longitude], pointIcon({ kind, isApproximate }), () => [
      { id, name, kind, isApproximate },
    ])
    nameMark(marker, `${name}, ${this.#settings.text.kinds[kind]}`)
    return marker
  }

  place(mark: PlaceMark): L.Marker {
    const marker = this.#listing(mark.position, pointIcon(mark), () => this.#told([mark]))
    this.namePlace(marker, mark)
    return marker
  }

  /** Called by its kind until its name is known. */
  namePlace(marker: L.Marker, { id, kind }: PlaceMark): void {
    const name = this.#names.get(id)
    const kindName = this.#settings.text.kinds[kind]
    nameMark(marker, name ? `${name}, ${kindName}` : kindName)
  }

  /** Opens onto the places that it gathers, or lists those that no zoom tells apart. */
  cluster({ x, y, count, ranks }: Gathering, data: MapData): L.Marker {
    const at: L.LatLngTuple = [latitudeAt(y), longitudeAt(x)]
    const marks = () => ranks().map((rank) => markAt(data, rank))
    const isListed = this.#map.getZoom() >= this.#map.getMaxZoom() || (count <= listedAtMost && areAtOneSpot(marks()))
    const icon = clusterIcon(count, this.#settings.text.locale)
    const marker = isListed
      ? this.#listing(at, icon, () => this.#told(marks().slice(0, listedAtMost)))
      : this.#opening(at, icon, () => marks().map(({ position }) => position))
    const { text } = this.#settings
    const name = isListed ? text.clusterHere : text.cluster
    nameMark(marker, name.replace('{count}', count.toLocaleString(text.locale)))
    return marker
  }

  #told(marks: readonly PlaceMark[]) {
    return marks.map((mark) => ({ ...mark, name: this.#names.get(mark.id) }))
  }

  #listing(at: L.LatLngTuple, icon: L.DivIcon, entries: Parameters<typeof bindPopup>[1]): L.Marker {
    const marker = bindPopup(L.marker(at, { icon }), entries, this.#names, this.#settings).addTo(this.#layer)
    return pressable(marker, () => marker.openPopup())
  }

  #opening(at: L.LatLngTuple, icon: L.DivIcon, positions: () => L.LatLngTuple[]): L.Marker {
    const open = () => {
      const bounds = L.latLngBounds(positions())
      const zoom = Math.max(this.#map.getBoundsZoom(bounds, false, L.point(80, 80)), this.#map.getZoom() + 1)
      // The mark that had the focus goes away: the map takes it, so that the keyboard is not lost.
      this.#map.getContainer().focus({ preventScroll: true })
      this.#map.setView(bounds.getCenter(), Math.min(zoom, this.#map.getMaxZoom()), { animate: this.#settings.animate })
    }
    return pressable(L.marker(at, { icon }).on('click', open).addTo(this.#layer), open)
  }
}

function areAtOneSpot([first, ...others]: readonly PlaceMark[]): boolean {
  return others.every(({ position }) => position.every((degrees, index) => degrees === first?.position[index]))
}
