import { useMemo, useSyncExternalStore } from 'react'

/** A place that somebody keeps on her device. */
export interface KeptPlace {
  id: string
  name: string
  /** Address and town, in a line */
  where: string
  /** Its page, in the language it was read in */
  path: string
  /** ISO instant */
  keptAt: string
}

const storageKey = 'mes-lieux'
/** Other windows are told by `storage`, this one by this event. */
const changed = 'mes-lieux'

/** The places kept on this device, newest first; null while that is not known. */
export function useKeptPlaces(): KeptPlace[] | null {
  const stored = useSyncExternalStore(subscribe, readStorage, () => null)
  return useMemo(() => (stored === null ? null : readKeptPlaces(stored)), [stored])
}

/** @throws where the browser lets nothing be kept */
export function keepPlace(place: KeptPlace): void {
  write([place, ...others(place.id)])
  void tellWorker({ keep: place.path })
}

export function forgetPlace({ id, path }: KeptPlace): void {
  write(others(id))
  void tellWorker({ forget: path })
}

/** Everything that was kept here, the last results too. */
export async function forgetAll(): Promise<void> {
  write([])
  if ('caches' in window) await Promise.all([caches.delete('places'), caches.delete('results')])
}

/** What is stored may come from another version, or from anybody's hand: what is not a place is left out. */
export function readKeptPlaces(stored: string): KeptPlace[] {
  try {
    const places: unknown = JSON.parse(stored)
    return Array.isArray(places) ? places.filter(isKeptPlace) : []
  } catch {
    return []
  }
}

function isKeptPlace(value: unknown): value is KeptPlace {
  if (typeof value !== 'object' || value === null) return false
  const place = value as Record<string, unknown>
  const areTexts = ['id', 'name', 'where', 'path', 'keptAt'].every((key) => typeof place[key] === 'string')
  // A page of this site: never an address that runs a script or leads elsewhere.
  return areTexts && /^\/[a-z\d]/.test(String(place.path)) && !Number.isNaN(Date.parse(String(place.keptAt)))
}

const others = (id: string) => readKeptPlaces(readStorage()).filter((place) => place.id !== id)

function readStorage(): string {
  try {
    return localStorage.getItem(storageKey) ?? ''
  } catch {
    return ''
  }
}

function write(places: KeptPlace[]): void {
  if (places.length > 0) localStorage.setItem(storageKey, JSON.stringify(places))
  else localStorage.removeItem(storageKey)
  window.dispatchEvent(new Event(changed))
}

/** The worker keeps the pages; without one, the list of places remains. */
async function tellWorker(message: { keep: string } | { forget: string }): Promise<void> {
  const registration = await navigator.serviceWorker?.ready
  registration?.active?.postMessage(message)
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('storage', onChange)
  window.addEventListener(changed, onChange)
  return () => {
    window.removeEventListener('storage', onChange)
    window.removeEventListener(changed, onChange)
  }
}
