/**
 * Bands of distance, in metres: within one, a few kilometres more matter less than a few days. People come to a
 * workshop on purpose, so they are wider than those of places; far away, distance is all that counts.
 */
export const bandEnds = [
  5_000, 10_000, 20_000, 35_000, 50_000, 75_000, 100_000, 150_000, 200_000, 300_000, 400_000, 500_000, 700_000,
  1_000_000,
] as const

/** What ranks a workshop. */
export interface RankableWorkshop {
  id: string
  /** Metres; null without a position */
  distance: number | null
  isFull: boolean
  /** Its title says the very need that was typed; true where none was */
  isNamed: boolean
  startsAt: Date
}

const bandOf = (metres: number): number => bandEnds.filter((end) => metres >= end).length

/** The order of the list: by bands of distance, then those with seats left, then those named so, then the soonest, then the nearest. */
export function compareWorkshops(a: RankableWorkshop, b: RankableWorkshop): number {
  return (
    bandOf(a.distance ?? 0) - bandOf(b.distance ?? 0) ||
    Number(a.isFull) - Number(b.isFull) ||
    Number(b.isNamed) - Number(a.isNamed) ||
    a.startsAt.getTime() - b.startsAt.getTime() ||
    (a.distance ?? 0) - (b.distance ?? 0) ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  )
}
