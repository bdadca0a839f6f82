import { slips } from '@/lib/territory/typing-distance'

/**
 * How far what was typed is from a term, or null when it is too far to be a misspelling of it. Short words
 * are never guessed; a number is never another.
 *
 * @returns 0 for words that sound the same in French, else the number of slips of the finger: one from six
 * letters, two from ten
 */
export function misspelling(typed: string, term: string): number | null {
  if (digitsOf(typed) !== digitsOf(term)) return null
  const sound = soundOf(typed)
  if (typed.length >= 5 && term.length >= 5 && sound.length >= 4 && sound === soundOf(term)) return 0
  const allowed = term.length < 6 ? 0 : term.length < 10 ? 1 : 2
  if (Math.abs(typed.length - term.length) > allowed) return null
  const count = slips(typed, term)
  return count <= allowed ? count : null
}

const digitsOf = (text: string) => text.replace(/\D/g, '')

/** Spellings of one sound in French, the longest first. */
const sounds: readonly [RegExp, string][] = [
  [/e?au/g, 'o'],
  [/ph/g, 'f'],
  [/[cs]h/g, '1'],
  [/qu?|ck|c(?![eiy])/g, 'k'],
  [/[cz]/g, 's'],
  [/h/g, ''],
  [/y/g, 'i'],
  [/ai|ei|er\b|ez\b/g, 'e'],
  [/[ae][nm](?![aeiou])/g, 'an'],
  [/m(?=[bp])/g, 'n'],
  [/(.)\1+/g, '$1'],
  [/(?<=..)[estdxp]+\b/g, ''],
]

/** What the folded words sound like, roughly: "impaut" and "impots" alike. */
export function soundOf(words: string): string {
  return sounds.reduce((sound, [spelling, heard]) => sound.replace(spelling, heard), words)
}
