import { distanceInMetres } from '@/lib/territory/distance'
import type { Comparable } from './comparable'
import { likeness } from './likeness'

/** What speaks for two places being one, or against it. */
export type SignalName = 'name' | 'type' | 'address' | 'distance' | 'commune' | 'pivot' | 'phone' | 'email' | 'website'

export interface Signal {
  name: SignalName
  /** Above zero for one place, below for two; they add up */
  weight: number
}

export interface Judgement {
  /** From 0 (two places) to 1 (one) */
  score: number
  signals: Signal[]
}

/** From here on a person is asked. Chosen on two releases of one directory: see BENCHMARKS.md. */
export const threshold = 0.5

/** From here on, hardly ever wrong. */
export const certain = 0.9

/**
 * Says how likely two records are one place. Each signal adds to the odds; none decides alone, since a
 * building houses several services and a phone or a SIRET serves several places.
 */
export function judgePair(one: Comparable, other: Comparable): Judgement {
  const all: Signal[] = [
    { name: 'name', weight: nameWeight(one, other) },
    { name: 'type', weight: typeWeight(one, other) },
    { name: 'address', weight: addressWeight(one, other) },
    { name: 'distance', weight: distanceWeight(one, other) },
    { name: 'commune', weight: one.communeCode === other.communeCode ? 0 : -2 },
    { name: 'pivot', weight: pivotWeight(one.pivot, other.pivot) },
    { name: 'phone', weight: sharedWeight(list(one.phone), list(other.phone), 1.5, -0.5) },
    { name: 'email', weight: sharedWeight(one.emails, other.emails, 1, 0) },
    { name: 'website', weight: sharedWeight([...one.hosts], [...other.hosts], 0.5, 0) },
  ]
  const odds = all.reduce((sum, { weight }) => sum + weight, -4)
  return { score: 1 / (1 + Math.exp(-odds)), signals: all.filter(({ weight }) => weight !== 0) }
}

/** The same words say most; without a telling word on either side, the whole name must be the same. */
function nameWeight(one: Comparable, other: Comparable): number {
  if (one.foldedName === other.foldedName) return one.tellingWords.length > 0 ? 4 : 3
  if (one.tellingWords.length === 0 && other.tellingWords.length === 0) {
    return isOverlap(one.types, other.types) ? 2 : 1
  }
  const alike = likeness(one.tellingWords, other.tellingWords)
  return alike === 0 ? -2.5 : -1.5 + 5 * alike
}

/** "Mairie" and "Médiathèque" of one village are two doors. */
function typeWeight(one: Comparable, other: Comparable): number {
  if (one.types.size === 0 || other.types.size === 0) return 0
  return isOverlap(one.types, other.types) ? 0 : -2
}

function addressWeight(one: Comparable, other: Comparable): number {
  if (one.streetWords.length === 0 || other.streetWords.length === 0) return 0
  const alike = likeness(one.streetWords, other.streetWords)
  if (alike < 0.5) return -1
  if (one.number === other.number) return alike >= 0.8 ? 2 : 1
  return one.number === '' || other.number === '' ? 1 : 0
}

function distanceWeight(one: Comparable, other: Comparable): number {
  if (one.isApproximate || other.isApproximate) return 0
  const metres = distanceInMetres(one, other)
  if (metres < 50) return 1.5
  if (metres < 200) return 1
  if (metres < 600) return 0
  if (metres < 1500) return -1
  return metres < 5000 ? -3 : -6
}

function pivotWeight(one: string | null, other: string | null): number {
  if (one === null || other === null || /^0+$/.test(one) || /^0+$/.test(other)) return 0
  if (one === other) return 1.5
  // The nine digits of the SIREN name the body that runs both.
  return one.length === 14 && one.slice(0, 9) === other.slice(0, 9) ? 0 : -0.5
}

function sharedWeight(one: readonly string[], other: readonly string[], shared: number, different: number): number {
  if (one.length === 0 || other.length === 0) return 0
  return one.some((value) => other.includes(value)) ? shared : different
}

const list = (value: string | null) => (value === null ? [] : [value])

function isOverlap(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const value of one) if (other.has(value)) return true
  return false
}
