import L from 'leaflet'
import { gather } from '@/lib/map/gather'
import type { MapPoint } from '@/lib/map/map-point'
import { type Box, countIn } from '@/lib/map/spots'
import { freeSpot } from './free-spot'
import { pointIcon } from './mark'
import { MarkMaker, type MarkSettings } from './mark-maker'
import { PlaceNames } from './place-names'
import { markAt, type PlaceMark, rankOf, type ShownPlaces } from './shown-places'

/** Two marks closer than this on the screen, in pixels, are gathered: a finger, or an eye, tells the others apart. */
const gatherWithin = 64
/** What is just outside the view is drawn too, as a part of the view: a short drag uncovers it. */
const margin = 0.2

/** Keeps on the map the marks that are in sight: hubs one by one, places gathered where they crowd. */
export class PlacesLayer {
  readonly #map: L.Map
  readonly #layer = L.layerGroup()
  readonly #names = new PlaceNames()
  readonly #make: MarkMaker
  readonly #animate: boolean
  #points: readonly MapPoint[] = []
  #places: ShownPlaces | null = null
  #drawn = new Map<string, { marker: L.Marker; place?: PlaceMark }>()
  #chosen: L.Marker | null = null

  constructor(map: L.Map, settings: MarkSettings) {
    this.#map = map
    this.#make = new MarkMaker(map, this.#layer, this.#names, settings)
    this.#animate = settings.animate
    this.#layer.addTo(map)
    map.on('moveend', this.#draw)
  }

  remove(): void {
    this.#map.off('moveend', this.#draw)
    this.#layer.remove()
  }

  show(points: readonly MapPoint[], places: ShownPlaces | null): void {
    this.#points = points
    this.#places = places
    this.#draw()
  }

  countInView(): number {
    return this.#places ? countIn(this.#places.spots, this.#places.shown, this.#box(0)) : 0
  }

  /** Makes the mark of a place stand out, by itself even where it is gathered with others, and brings it into view. */
  choose(id: string | null): void {
    this.#chosen?.remove()
    this.#chosen = null
    const rank = id && this.#places ? rankOf(this.#places.data, id) : -1
    if (!this.#places || rank < 0) return
    const mark = markAt(this.#places.data, rank)
    const options = { icon: pointIcon(mark, true), interactive: false, keyboard: false, zIndexOffset: 1000 }
    this.#chosen = L.marker(mark.position, options).addTo(this.#layer)
    if (this.#map.getBounds().contains(mark.position)) return
    this.#map.panInside(mark.position, { padding: [60, 60], animate: this.#animate })
  }

  #draw = (): void => {
    const bounds = this.#map.getBounds().pad(margin)
    const inSight = this.#points.filter(({ latitude, longitude }) => bounds.contains([latitude, longitude]))
    const before = this.#drawn
    this.#drawn = new Map()
    const keep = (key: string, make: () => L.Marker, place?: PlaceMark) => {
      this.#drawn.set(key, before.get(key) ?? { marker: make(), place })
      before.delete(key)
    }
    if (this.#places) this.#gather(this.#places, keep)
    for (const point of inSight) keep(point.id, () => this.#make.point(point))
    for (const { marker } of before.values()) this.#layer.removeLayer(marker)
    this.#makeRoom(inSight)
    this.#keepTabsInView()
    this.#namePlaces()
  }

  #gather({ data, spots, shown }: ShownPlaces, keep: (key: string, make: () => L.Marker, place?: PlaceMark) => void) {
    const apart = gatherWithin / this.#worldPixels()
    for (const gathering of gather(spots, shown, this.#box(margin), apart)) {
      const { x, y, count, ranks } = gathering
      if (count > 1) keep(`${this.#map.getZoom()} ${count} ${x} ${y}`, () => this.#make.cluster(gathering, data))
      else {
        const place = markAt(data, ranks()[0] ?? 0)
        keep(place.id, () => this.#make.place(place), place)
      }
    }
  }

  /** The view, and some of what is around it, as a part of the world. */
  #box(around: number): Box {
    const { min, max } = this.#map.getPixelBounds() as Required<L.Bounds>
    const world = this.#worldPixels()
    const [x, y] = [around * (max.x - min.x), around * (max.y - min.y)]
    return {
      west: (min.x - x) / world,
      north: (min.y - y) / world,
      east: (max.x + x) / world,
      south: (max.y + y) / world,
    }
  }

  #worldPixels = () => L.CRS.EPSG3857.scale(this.#map.getZoom())

  #makeRoom(inSight: readonly MapPoint[]) {
    const ids = new Set(inSight.map(({ id }) => id))
    const others = [...this.#drawn].filter(([key]) => !ids.has(key))
    const taken = others.map(([, { marker }]) => this.#map.project(marker.getLatLng()))
    for (const { id, latitude, longitude } of inSight) {
      const spot = L.point(freeSpot(this.#map.project([latitude, longitude]), taken))
      taken.push(spot)
      this.#drawn.get(id)?.marker.setLatLng(this.#map.unproject(spot))
    }
  }

  /** The Tab key goes through the marks that one sees. */
  #keepTabsInView() {
    const view = this.#map.getBounds()
    for (const { marker } of this.#drawn.values()) {
      const element = marker.getElement()
      if (element) element.tabIndex = view.contains(marker.getLatLng()) ? 0 : -1
    }
  }

  #namePlaces() {
    const places = [...this.#drawn.values()].flatMap(({ marker, place }) => (place ? [{ marker, place }] : []))
    this.#names
      .learn(places.map(({ place }) => place.id))
      .then(() => {
        for (const { marker, place } of places) this.#make.namePlace(marker, place)
      })
      // They stay called by their kind.
      .catch(() => {})
  }
}
