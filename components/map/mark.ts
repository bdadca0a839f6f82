import L from 'leaflet'
import { kindShapes } from '@/components/place/kind-shapes'
import type { MapPoint } from '@/lib/search/map-data'
import styles from './mark.module.css'

const size = 30

/** The mark of a kind. Its name is read out, as the mark is a button. */
export function pointIcon({ kind, name, isApproximate }: MapPoint, kindName: string): L.DivIcon {
  const path = `<path d="${kindShapes[kind]}"/>`
  const content = document.createElement('span')
  content.className = `${styles.mark} ${styles[kind]} ${isApproximate ? styles.approximate : ''}`
  content.innerHTML = `<svg aria-hidden="true" viewBox="-2 -2 28 28">${path}</svg>`
  content.append(hidden(`${name}, ${kindName}`))
  return L.divIcon({ html: content, className: styles.target, iconSize: [44, 44], popupAnchor: [0, -size / 2] })
}

export function clusterIcon(count: number, label: string): L.DivIcon {
  const content = document.createElement('span')
  const rank = count < 10 ? styles.few : count < 100 ? styles.some : styles.many
  content.className = `${styles.cluster} ${rank}`
  const shown = document.createElement('span')
  shown.setAttribute('aria-hidden', 'true')
  shown.textContent = count < 1000 ? String(count) : `${Math.round(count / 100) / 10}`.replace('.', ',').concat(' k')
  content.append(shown, hidden(label))
  return L.divIcon({ html: content, className: styles.target, iconSize: [52, 52] })
}

export function startIcon(label: string): L.DivIcon {
  const content = document.createElement('span')
  content.className = styles.start ?? ''
  content.append(hidden(label))
  return L.divIcon({ html: content, className: styles.target, iconSize: [22, 22] })
}

function hidden(text: string): HTMLSpanElement {
  const label = document.createElement('span')
  label.className = 'visually-hidden'
  label.textContent = text
  return label
}
