import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { countFilters } from '@/lib/search/counts/queries'
import { openNumber, timeNumbers } from '@/lib/search/facet-parameters'
import { accessibleFacet, type FacetList, facetCodes, facetLists, facetNumber } from '@/lib/search/facets'
import { type NarrowingField, withoutFilters } from '@/lib/search/narrowing'
import { searchPlaces } from '@/lib/search/queries'
import { reachOf } from '@/lib/search/reach'
import type { Search } from '@/lib/search/schema'
import { findWaysOut } from '@/lib/search/ways-out/queries'
import { distanceInMetres } from '@/lib/territory/distance'
import { anySearch } from '../support/any-search'
import { addSamplePlaces, type SamplePlace } from '../support/sample-places'
import { metBruteForce } from '../support/search-oracle'

let places: SamplePlace[] = []
beforeAll(async () => {
  places = (await addSamplePlaces(400)).filter(({ data }) => data.status === 'PUBLISHED')
})

const instantOf = ({ openAt }: Search) => (openAt instanceof Date ? openAt : new Date())

function foundBruteForce(search: Search): SamplePlace[] {
  return places.filter((place) => Object.values(metBruteForce(place, search, instantOf(search))).every(Boolean))
}

/** What the page says of a search: those within a reasonable trip, in whatever order. */
function toldBruteForce(search: Search, isWithinReach: boolean): number {
  const { near, radius } = search
  const found = foundBruteForce(search)
  if (!isWithinReach || !near || radius !== null) return found.length
  const bySteps = found.reduce<number[]>((steps, { data }) => {
    const step = Math.max(0, Math.floor((distanceInMetres(near, data) - 20_000) / 5_000) + 1)
    if (step < 7) steps[step] = (steps[step] ?? 0) + 1
    return steps
  }, [])
  return reachOf(bySteps).count
}

const everyFacet = facetLists.flatMap((list) =>
  facetCodes(list as FacetList).map((code) => ({ list, code, number: facetNumber(list, code as never) })),
)

describe('the count of a value', () => {
  it('is what the search finds with it and without the other values of its list', async () => {
    await fc.assert(
      fc.asyncProperty(anySearch, fc.boolean(), async (search, isWithinReach) => {
        const { found, of, hasHours } = await countFilters(search, isWithinReach)
        const told = (changed: Partial<Search>) => toldBruteForce({ ...search, ...changed }, isWithinReach)
        expect(found.count).toBe(told({}))
        for (const { list, code, number } of everyFacet) expect(of(number)).toBe(told({ [list]: [code] }))
        expect(of(accessibleFacet)).toBe(told({ isAccessible: true }))
        if (!hasHours) return
        expect(of(openNumber)).toBe(told({ openAt: search.openAt ?? new Date() }))
        for (const { time, number } of timeNumbers) expect(of(number)).toBe(told({ openingTimes: [time] }))
      }),
      { numRuns: 12 },
    )
  })
})

const fields: NarrowingField[] = [
  ...facetLists,
  'isAccessible',
  'openAt',
  'openingTimes',
  'radius',
  'communeCodes',
  'departmentCodes',
]

describe('a way out', () => {
  it('tells exactly what giving up its filters brings, never nothing, and one filter where one is enough', async () => {
    await fc.assert(
      fc.asyncProperty(anySearch, async (search) => {
        const { ways, wider, everything } = await findWaysOut(search)
        const without = (given: readonly NarrowingField[]) => foundBruteForce(withoutFilters(search, given))
        for (const { given, total, nearest } of ways) {
          const found = without(given)
          expect(total).toBe(found.length)
          expect(total).toBeGreaterThan(0)
          const { near } = search
          if (near) expect(nearest).toBeCloseTo(Math.min(...found.map(({ data }) => distanceInMetres(near, data))), 0)
        }
        for (const { kilometres, total } of wider) {
          expect(total).toBe(foundBruteForce({ ...search, radius: kilometres }).length)
          expect(total).toBeGreaterThan(0)
        }
        if (everything) expect(everything.total).toBe(places.length)
        const alone = fields.filter((field) => isNarrowed(search, field) && without([field]).length > 0)
        if (alone.length > 0) expect(ways.map(({ given }) => given.join()).sort()).toEqual([...alone].sort())
        else if (ways.length > 0) for (const { given } of ways) expect(given.length).toBeGreaterThan(1)
        const [best] = ways
        if (best) {
          const { total } = await searchPlaces(withoutFilters(search, best.given))
          expect(total).toBe(best.total)
        }
      }),
      { numRuns: 12 },
    )
  })
})

function isNarrowed(search: Search, field: NarrowingField): boolean {
  const value = search[field]
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== false
}
