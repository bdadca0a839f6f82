export interface Random {
  /** From 0 included to 1 excluded */
  next(): number
  /** Both ends included */
  whole(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** Each with this probability, in their order */
  some<T>(items: readonly T[], probability: number): T[]
  weighted<T>(items: readonly T[], weightOf: (item: T) => number): T
}

/** Always the same draws for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (items) => something(items[whole(0, items.length - 1)]),
    some: (items, probability) => items.filter(() => next() < probability),
    weighted: (items, weightOf) => {
      let rest = next() * items.reduce((sum, item) => sum + weightOf(item), 0)
      const found = items.find((item) => {
        rest -= weightOf(item)
        return rest < 0
      })
      return something(found ?? items.at(-1))
    },
  }
}

function something<T>(item: T | undefined): T {
  if (item === undefined) throw new RangeError('There is nothing to draw from.')
  return item
}
