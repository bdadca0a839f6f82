import type { Comparable, Described } from './comparable'
import { type Judgement, judgePair, threshold } from './score'

export interface Pair extends Judgement {
  /** The one whose id comes first */
  one: string
  other: string
}

/**
 * Two places are compared only when they share a key: where they stand with a word of their name or of
 * their street, a phone, an address, a number of the register. Comparing all of them would take years.
 */
function keysOf(place: Comparable): string[] {
  const words = place.tellingWords.length > 0 ? place.tellingWords.map(begin) : [...place.types, 'generic']
  const streets = place.streetWords.slice(-2).map((word) => `${place.number} ${begin(word)}`)
  return [
    ...areasOf(place).flatMap((area) => [...words, ...streets].map((word) => `${area} ${word}`)),
    `${place.communeCode} ${place.foldedName}`,
    ...numbersOf(place),
  ]
}

/** What a place can meet another by: two that share none of these share no key. */
export function meetingsOf(place: Described): string[] {
  return [...areasOf(place), ...numbersOf(place)]
}

function areasOf(place: Described): string[] {
  return place.isApproximate ? [place.communeCode] : [place.communeCode, ...cellsAround(place)]
}

function numbersOf({ phone, pivot, emails }: Described): string[] {
  return [...(phone ? [phone] : []), ...(pivot && !/^0+$/.test(pivot) ? [pivot] : []), ...emails]
}

/** A slip of the finger is seldom in the first letters. */
const begin = (word: string) => word.slice(0, 4)

/** Cells of about a kilometre, laid twice so that no border parts two neighbours. */
function cellsAround({ latitude, longitude }: Described): string[] {
  const cell = (shift: number) => `${Math.floor(latitude / 0.02 + shift)},${Math.floor(longitude / 0.03 + shift)}`
  return [cell(0), cell(0.5)]
}

/** Under a key that more places share, each is compared with its neighbours in the order of names only. */
const largestBlock = 24
const neighbours = 8

/**
 * The pairs that may be one place, in the order of their ids. Time grows with the number of places.
 *
 * @param isWanted the pairs to judge, where not all are
 */
export function findPairs(
  places: readonly Comparable[],
  isWanted: (one: Comparable, other: Comparable) => boolean = () => true,
): Pair[] {
  const search = searchPairs(places, isWanted)
  let step = search.next()
  while (!step.done) step = search.next()
  return step.value
}

/** Groups of places between two breaths */
const breath = 4096

/** The same, which tells now and then how far it is, from 0 to 1. */
export function* searchPairs(
  places: readonly Comparable[],
  isWanted: (one: Comparable, other: Comparable) => boolean = () => true,
): Generator<number, Pair[]> {
  const blocks = new Map<string, Comparable[]>()
  for (const place of places) {
    for (const key of new Set(keysOf(place))) {
      const block = blocks.get(key)
      if (block) block.push(place)
      else blocks.set(key, [place])
    }
  }
  const pairs = new Map<string, Pair | null>()
  let seen = 0
  for (const block of blocks.values()) {
    seen += 1
    if (seen % breath === 0) yield seen / blocks.size
    if (block.length < 2) continue
    const reach = block.length <= largestBlock ? block.length : neighbours
    if (block.length > largestBlock) block.sort((a, b) => (a.foldedName < b.foldedName ? -1 : 1))
    for (const [index, place] of block.entries()) {
      for (const other of block.slice(index + 1, index + 1 + reach)) {
        if (isWanted(place, other)) consider(pairs, place, other)
      }
    }
  }
  return [...pairs.values()].filter((pair) => pair !== null)
}

function consider(pairs: Map<string, Pair | null>, a: Comparable, b: Comparable): void {
  const [one, other] = a.id < b.id ? [a, b] : [b, a]
  const key = `${one.id} ${other.id}`
  if (one.id === other.id || pairs.has(key)) return
  const judgement = judgePair(one, other)
  pairs.set(key, judgement.score >= threshold ? { one: one.id, other: other.id, ...judgement } : null)
}
