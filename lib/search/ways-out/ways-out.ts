import type { NarrowingField } from '../narrowing'

/** Places alike: which of the filters they meet, in order. */
export interface Profile {
  met: readonly boolean[]
  /** An index of `radiusSteps`, the first one that reaches them; 0 without a position */
  step: number
  count: number
  /** Metres to the nearest of them; null without a position */
  nearest: number | null
}

/** What giving up some filters would bring. */
export interface WayOut {
  given: NarrowingField[]
  total: number
  nearest: number | null
}

/** Kilometres. */
export const radiusSteps = [2, 5, 10, 20, 50, 100, 200] as const

/** Filters that say where: they are given up last. */
const whereFields: readonly NarrowingField[] = ['radius', 'communeCodes', 'departmentCodes']

/**
 * The ways out of a search that finds nothing worth it: the filters that are each to blame alone; where there
 * is none, pairs of them; where there is none either, all of them. None leads to nothing.
 *
 * @param within metres: only ways to a place nearer than this are worth telling
 */
export function waysOut(
  fields: readonly NarrowingField[],
  profiles: readonly Profile[],
  within = Number.POSITIVE_INFINITY,
): WayOut[] {
  const isWorth = ({ total, nearest }: WayOut) => total > 0 && (nearest ?? 0) < within
  const without = (given: NarrowingField[]) => wayWithout(fields, profiles, given)
  const singles = fields.map((field) => without([field])).filter(isWorth)
  if (singles.length > 0) return singles.sort(byPromise)
  const pairs = fields.flatMap((one, index) => fields.slice(index + 1).map((other) => without([one, other])))
  const worthy = pairs.filter(isWorth).sort(byPromise).slice(0, 3)
  if (worthy.length > 0) return worthy
  const all = [fields.filter((field) => !whereFields.includes(field)), [...fields]]
  return all
    .filter((given) => given.length > 0)
    .map(without)
    .filter(isWorth)
    .slice(0, 1)
}

/** What a search would find if some of its filters were given up. */
export function wayWithout(
  fields: readonly NarrowingField[],
  profiles: readonly Profile[],
  given: NarrowingField[],
): WayOut {
  const isFound = ({ met }: Profile) => fields.every((field, index) => met[index] || given.includes(field))
  const found = profiles.filter(isFound)
  const distances = found.flatMap(({ nearest }) => nearest ?? [])
  return {
    given,
    total: found.reduce((sum, { count }) => sum + count, 0),
    nearest: distances.length > 0 ? Math.min(...distances) : null,
  }
}

/** Further and further with every other filter kept: each step that brings more places than the one before. */
export function widerRadii(
  fields: readonly NarrowingField[],
  profiles: readonly Profile[],
  radius: number,
): { kilometres: number; total: number }[] {
  const steps = radiusSteps.map((kilometres, step) => {
    const reached = profiles.filter((profile) => profile.step <= step)
    return { kilometres, total: wayWithout(fields, reached, ['radius']).total }
  })
  return steps
    .filter(({ kilometres, total }, step) => kilometres > radius && total > (steps[step - 1]?.total ?? 0))
    .slice(0, 3)
}

/** The nearest first, then those that bring most. */
function byPromise(a: WayOut, b: WayOut): number {
  return (a.nearest ?? 0) - (b.nearest ?? 0) || b.total - a.total
}
