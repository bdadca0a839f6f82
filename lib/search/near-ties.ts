/** Bands of distance: within one, nobody would call a place nearer than another. Metres. */
export const bands = [
  { upTo: 1_000, width: 250 },
  { upTo: 5_000, width: 500 },
  { upTo: 10_000, width: 1_000 },
  { upTo: Number.POSITIVE_INFINITY, width: 5_000 },
] as const

/** What ranks a place near a position. */
export interface Rankable {
  id: string
  /** Metres */
  distance: number
  /** Nobody confirmed it for long, though it was asked: `lib/freshness` */
  isStale: boolean
  isOpen: boolean
  /** How many of the values that were asked for it has */
  fit: number
  /** Verified or updated within `freshDays` */
  isFresh: boolean
}

export const freshDays = 365

/** Where the band of a distance starts. Metres. */
export function bandStart(metres: number): number {
  let from = 0
  for (const { upTo, width } of bands) {
    if (metres < upTo) return from + Math.floor((metres - from) / width) * width
    from = upTo
  }
  return from
}

/**
 * The order of the list: by bands of distance, and within a band those that nobody confirms last, then those open
 * first, then those that have more of what was asked, then those whose record is fresh, then the nearest.
 */
export function compareNear(a: Rankable, b: Rankable): number {
  return (
    bandStart(a.distance) - bandStart(b.distance) ||
    Number(a.isStale) - Number(b.isStale) ||
    Number(b.isOpen) - Number(a.isOpen) ||
    b.fit - a.fit ||
    Number(b.isFresh) - Number(a.isFresh) ||
    a.distance - b.distance ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  )
}
