import L from 'leaflet'
import { kindShapes, type ShownKind } from '@/components/place/kind-shapes'
import styles from './mark.module.css'

const size = 30

interface Look {
  kind: ShownKind
  isApproximate: boolean
}

/** The mark of a kind; the one that the list speaks of stands out. */
export function pointIcon({ kind, isApproximate }: Look, isChosen = false): L.DivIcon {
  const content = document.createElement('span')
  const looks = [isApproximate && styles.approximate, isChosen && styles.chosen].filter(Boolean).join(' ')
  content.className = `${styles.mark} ${styles[kind]} ${looks}`
  content.innerHTML = `<svg aria-hidden="true" viewBox="-2 -2 28 28"><path d="${kindShapes[kind]}"/></svg>`
  return L.divIcon({ html: content, className: styles.target, iconSize: [44, 44], popupAnchor: [0, -size / 2] })
}

export function clusterIcon(count: number, locale: string): L.DivIcon {
  const content = document.createElement('span')
  const rank = count < 10 ? styles.few : count < 100 ? styles.some : styles.many
  content.className = `${styles.cluster} ${rank}`
  content.textContent = new Intl.NumberFormat(locale, { notation: 'compact' }).format(count)
  return L.divIcon({ html: content, className: styles.target, iconSize: [52, 52] })
}

export function startIcon(label: string): L.DivIcon {
  const content = document.createElement('span')
  content.className = styles.start ?? ''
  const words = document.createElement('span')
  words.className = 'visually-hidden'
  words.textContent = label
  content.append(words)
  return L.divIcon({ html: content, className: styles.target, iconSize: [22, 22] })
}

/** Leaflet calls its marks buttons: they need a name, and Enter and Space must press them. */
export function pressable(marker: L.Marker, press: () => void): L.Marker {
  return marker.on('keydown', ({ originalEvent }: L.LeafletKeyboardEvent) => {
    if (originalEvent.key !== 'Enter' && originalEvent.key !== ' ') return
    originalEvent.preventDefault()
    press()
  })
}

/** Names the button of a mark that is on the map. */
export function nameMark(marker: L.Marker, name: string): void {
  marker.getElement()?.setAttribute('aria-label', name)
}
