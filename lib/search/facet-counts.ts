/** How many places are alike: of the same facets, within the same step of the way. */
export interface Alike {
  facets: readonly number[]
  /** An index of `reachSteps`; 0 where the way does not matter */
  step: number
  count: number
}

/** Numbers of places by step. */
export type CountBySteps = number[]

export interface FacetCounts {
  /** Of the places that have a number of every group */
  found: CountBySteps
  /** By number: of the places that have it, and a number of every group but its own list's */
  values: ReadonlyMap<number, CountBySteps>
}

const listOf = (number: number) => Math.floor(number / 100)

/**
 * Counts what each value of each filter would bring. Values of one list widen an answer: a value is counted
 * among the places that all the other lists let through.
 *
 * @param groups what the search asks of facets, the numbers of one list in one group
 */
export function countFacets(alikes: readonly Alike[], groups: readonly (readonly number[])[]): FacetCounts {
  const found: CountBySteps = []
  const values = new Map<number, CountBySteps>()
  const add = (to: CountBySteps, { step, count }: Alike) => {
    to[step] = (to[step] ?? 0) + count
  }
  for (const alike of alikes) {
    const missed = groups.filter((group) => !group.some((number) => alike.facets.includes(number)))
    if (missed.length > 1) continue
    const [only] = missed
    const list = only?.[0] === undefined ? null : listOf(only[0])
    if (list === null) add(found, alike)
    for (const number of alike.facets) {
      if (list !== null && listOf(number) !== list) continue
      const counted = values.get(number) ?? []
      values.set(number, counted)
      add(counted, alike)
    }
  }
  return { found, values }
}
