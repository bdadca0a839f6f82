import type { ShownKind } from '@/components/place/kind-shapes'
import { localPath } from '@/lib/i18n/path'
import type { MapText } from './map-props'
import styles from './popup.module.css'

/** What a popup tells of a point; a name may come later. */
export interface PopupEntry {
  id: string
  name: string | undefined
  kind: ShownKind
  isApproximate: boolean
}

/** What stands at a point: one place, or all those at one address. */
export function popupContent(entries: readonly PopupEntry[], text: MapText, withoutLinks: boolean): HTMLElement {
  const content = document.createElement('div')
  content.className = styles.popup ?? ''
  content.append(...entries.map((entry) => entryContent(entry, text, withoutLinks)))
  const [only, ...others] = entries
  if (only && only.kind !== 'HUB' && others.length === 0) content.querySelector('a')?.before(roomForOpening())
  return content
}

/** What is told later has its room, so that the popup keeps its place. */
function roomForOpening(): HTMLParagraphElement {
  const opening = paragraph('')
  opening.setAttribute('role', 'status')
  return opening
}

/** Writes the names that were not known when the popup was made. */
export function completeNames(content: HTMLElement, nameOf: (id: string) => string | undefined): void {
  for (const entry of content.querySelectorAll<HTMLElement>('[data-point]')) {
    const name = nameOf(entry.dataset.point ?? '')
    const element = entry.querySelector('p')
    if (!name || !element) continue
    element.textContent = name
    nameLink(entry, name)
  }
}

/** Says, of the only place of a popup, whether it is open. */
export function tellOpening(content: HTMLElement, words: string): void {
  const element = content.querySelector('[role=status]')
  if (element) element.textContent = words
}

/** A name, a kind and the way to the page. Built by hand: names come from outside and are only ever text. */
function entryContent(entry: PopupEntry, text: MapText, withoutLinks: boolean): HTMLElement {
  const { id, kind, isApproximate } = entry
  const content = document.createElement('div')
  content.dataset.point = id
  content.append(paragraph(entry.name ?? '…', styles.name), paragraph(text.kinds[kind]))
  if (isApproximate) content.append(paragraph(text.approximate))
  if (withoutLinks) return content
  const link = document.createElement('a')
  link.href = localPath(text.locale, `/${kind === 'HUB' ? 'hubs' : 'lieux'}/${id}`)
  link.textContent = kind === 'HUB' ? text.seeHub : text.see
  content.append(link)
  nameLink(content, entry.name)
  return content
}

/** Several links of one popup are told apart when read out. */
function nameLink(entry: HTMLElement, name: string | undefined): void {
  const link = entry.querySelector('a')
  if (link && name) link.setAttribute('aria-label', `${link.textContent}, ${name}`)
}

function paragraph(words: string, className = ''): HTMLParagraphElement {
  const element = document.createElement('p')
  element.textContent = words
  element.className = className
  return element
}
