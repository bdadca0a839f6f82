import { localPath } from '@/lib/i18n/path'
import type { MapPoint } from '@/lib/search/map-data'
import type { MapText } from './map-props'
import styles from './popup.module.css'

/** What stands at a point: one place, or all those at one address. */
export function popupContent(points: readonly MapPoint[], text: MapText, withoutLinks: boolean): HTMLElement {
  const content = document.createElement('div')
  content.className = styles.popup ?? ''
  content.append(...points.map((point) => pointContent(point, text, withoutLinks)))
  return content
}

/** A name, a kind and the way to the page. Built by hand: names come from outside and are only ever text. */
function pointContent(point: MapPoint, text: MapText, withoutLinks: boolean): HTMLElement {
  const content = document.createElement('div')
  content.append(paragraph(point.name, styles.name), paragraph(text.kinds[point.kind]))
  if (point.isApproximate) content.append(paragraph(text.approximate))
  if (!withoutLinks) {
    const link = document.createElement('a')
    link.href = localPath(text.locale, `/${point.kind === 'HUB' ? 'hubs' : 'lieux'}/${point.id}`)
    link.textContent = point.kind === 'HUB' ? text.seeHub : text.see
    content.append(link)
  }
  return content
}

function paragraph(words: string, className = ''): HTMLParagraphElement {
  const element = document.createElement('p')
  element.textContent = words
  element.className = className
  return element
}
