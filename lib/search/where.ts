import { readCommuneRequest } from '@/lib/territory/commune-request'
import type { CommuneMatch } from '@/lib/territory/queries'
import { searchNameOf } from '@/lib/territory/search-name'

/** What is understood of the answer to "where are you?". */
export type Where =
  /** `others` share the postcode that was typed; a guess is not what was typed, letter for letter. */
  | { kind: 'found'; commune: CommuneMatch; others: CommuneMatch[]; isGuess: boolean }
  /** Homonyms, or several near misses: only the person can tell. */
  | { kind: 'ambiguous'; communes: CommuneMatch[] }
  | { kind: 'unknown' }

/**
 * Tells which commune was meant, or that it must be asked.
 *
 * @param matches the answer of `findCommunes` to the same text, best first
 */
export function resolveWhere(text: string, matches: readonly CommuneMatch[]): Where {
  const [best, ...others] = matches
  if (!best) return { kind: 'unknown' }
  const name = readCommuneRequest(text)[0]?.name ?? ''
  if (name === '') return { kind: 'found', commune: best, others, isGuess: false }

  const today = matches.filter((match) => searchNameOf(match.name) === name)
  const former = matches.filter((match) => match.formerName !== null && searchNameOf(match.formerName) === name)
  const beginning = matches.filter((match) => searchNameOf(match.name).startsWith(`${name} `))
  for (const exact of [today, former]) {
    const [only, ...more] = exact
    if (only && more.length === 0) return { kind: 'found', commune: only, others: [], isGuess: false }
    if (only) return { kind: 'ambiguous', communes: exact }
  }
  const near = beginning.length === 1 ? beginning : [...matches]
  return near.length === 1 && near[0]
    ? { kind: 'found', commune: near[0], others: [], isGuess: true }
    : { kind: 'ambiguous', communes: near }
}

/** `Blois (41000)`: a commune told from its homonyms, in a form that can be typed back. */
export function communeLabel({ name, postcodes, departmentCode }: CommuneMatch): string {
  return `${name} (${postcodes[0] ?? departmentCode})`
}
