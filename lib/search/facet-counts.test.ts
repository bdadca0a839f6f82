import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Alike, countFacets } from './facet-counts'

const lists = [1, 2, 3]
const number = fc
  .tuple(fc.constantFrom(...lists), fc.integer({ min: 1, max: 4 }))
  .map(([list, rank]) => list * 100 + rank)
const alike: fc.Arbitrary<Alike> = fc.record({
  facets: fc.uniqueArray(number),
  step: fc.integer({ min: 0, max: 2 }),
  count: fc.integer({ min: 1, max: 5 }),
})
const numbers = fc.uniqueArray(number, { maxLength: 5 })

/** One group for each list, as a search asks. */
const groupsOf = (asked: readonly number[]) =>
  lists.map((list) => asked.filter((value) => Math.floor(value / 100) === list)).filter((group) => group.length > 0)

test('a value is counted among the places that all the other lists let through', () => {
  fc.assert(
    fc.property(fc.array(alike), numbers, (alikes, asked) => {
      const { found, values } = countFacets(alikes, groupsOf(asked))
      const total = (wanted: readonly number[], step: number) =>
        alikes
          .filter((one) => one.step === step)
          .filter(({ facets }) => groupsOf(wanted).every((group) => group.some((value) => facets.includes(value))))
          .reduce((sum, { count }) => sum + count, 0)
      for (const step of [0, 1, 2]) {
        expect(found[step] ?? 0).toBe(total(asked, step))
        for (const value of lists.flatMap((list) => [1, 2, 3, 4].map((rank) => list * 100 + rank))) {
          const others = asked.filter((other) => Math.floor(other / 100) !== Math.floor(value / 100))
          expect(values.get(value)?.[step] ?? 0).toBe(total([...others, value], step))
        }
      }
    }),
  )
})
