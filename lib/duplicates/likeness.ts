import { slips } from '@/lib/territory/typing-distance'

/**
 * How far two lists of words say the same, from 0 to 1: twice the words in common over all words. A
 * slip of the finger in a long word, or an initial for its word, still counts.
 */
export function likeness(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0
  const left = [...other]
  let common = 0
  for (const word of one) {
    const at = left.findIndex((candidate) => isSameWord(word, candidate))
    if (at < 0) continue
    left.splice(at, 1)
    common += 1
  }
  return (2 * common) / (one.length + other.length)
}

const longEnough = 5

function isSameWord(one: string, other: string): boolean {
  if (one === other) return true
  const shortest = Math.min(one.length, other.length)
  if (shortest < longEnough || Math.abs(one.length - other.length) > 1) return false
  return slips(one, other) <= (shortest >= 8 ? 2 : 1)
}
