/** How far a reasonable trip may go, step after step, in kilometres as the crow flies. */
export const reachSteps = [20, 25, 30, 35, 40, 45, 50] as const
export const furthestReach = 50

/** Fewer places than this, and one looks further. */
const placesEnough = 3

export interface Reached {
  kilometres: number
  /** Places that near, or nearer */
  count: number
}

/**
 * How far the first part of a list goes: 20 km, or as far as the third nearest place, but never beyond 50 km.
 *
 * @param byStep how many places are found within each of `reachSteps` and not within the one before
 */
export function reachOf(byStep: readonly number[]): Reached {
  let reached: Reached = { kilometres: furthestReach, count: 0 }
  for (const [index, kilometres] of reachSteps.entries()) {
    const count = byStep[index] ?? 0
    if (count > 0) reached = { kilometres, count: reached.count + count }
    if (reached.count >= placesEnough) break
  }
  return reached
}
