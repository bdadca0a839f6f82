import type L from 'leaflet'
import { localPath } from '@/lib/i18n/path'
import type { MapText } from './map-props'
import type { PlaceNames } from './place-names'
import { completeNames, type PopupEntry, popupContent, tellOpening } from './popup'

export interface PopupSettings {
  text: MapText
  withoutLinks: boolean
  /** Gets the ids of the places that an open popup tells of, and none once it is closed */
  onTold: (ids: readonly string[]) => void
}

/** Fits the narrowest phones, beside the zoom buttons. */
const options: L.PopupOptions = {
  maxWidth: 230,
  minWidth: 200,
  maxHeight: 260,
  autoPanPaddingTopLeft: [64, 12],
  autoPanPaddingBottomRight: [12, 12],
}

/** Gives a mark a popup that opens at once, and whose names and hours come when they can. */
export function bindPopup(
  marker: L.Marker,
  entries: () => PopupEntry[],
  names: PlaceNames,
  settings: PopupSettings,
): L.Marker {
  const { text, withoutLinks, onTold } = settings
  let told: PopupEntry[] = []
  let content: HTMLElement
  const make = () => {
    told = entries()
    content = popupContent(told, text, withoutLinks)
    return content
  }
  marker.on('popupopen', () => {
    const ids = told.filter(({ kind }) => kind !== 'HUB').map(({ id }) => id)
    onTold(ids)
    if (!withoutLinks) complete(content, ids, names, text).catch(() => {})
  })
  return marker.bindPopup(make, options).on('popupclose', () => onTold([]))
}

async function complete(content: HTMLElement, ids: readonly string[], names: PlaceNames, { locale }: MapText) {
  await names.learn(ids)
  completeNames(content, (id) => names.get(id))
  const [id, ...others] = ids
  if (!id || others.length > 0) return
  const response = await fetch(localPath(locale, `/lieux/carte/ouverture?id=${id}`))
  if (response.ok) tellOpening(content, await response.text())
}
