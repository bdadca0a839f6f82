import { searchNameOf } from './search-name'

/** What a person means by what she typed. */
export interface CommuneRequest {
  /** The folded name, perhaps unfinished; empty when only digits were typed */
  name: string
  /** A postcode, its beginning or a département's code; empty when none was typed */
  code: string
}

/** The cities that have some, and how many. */
const arrondissements: Readonly<Record<string, number | undefined>> = { paris: 20, lyon: 9, marseille: 16 }

/**
 * Reads "blois", "blois 41", "41000 Blois", "Paris 12e", "lyon 7eme", "41"… An arrondissement is followed
 * by its city, because "marseille 13" may also mean the one or the other.
 *
 * @returns what to look for, the more precise first; nothing when nothing that can be looked for was typed
 */
export function readCommuneRequest(text: string): CommuneRequest[] {
  const words = searchNameOf(text.slice(0, 100))
    .split(' ')
    .filter((word) => word !== '' && !/^(cedex|arr(dt?|t|ond\w*)?)$/.test(word))
  const [city = '', ...rest] = words
  const number = Number(rest.map((word) => /^(\d{1,2})(?:er|e|eme|ieme|nd)?$/.exec(word)?.[1]).find(Boolean) ?? 0)
  if (number >= 1 && number <= (arrondissements[city] ?? 0)) {
    const ordinal = number === 1 ? '1er' : `${number}e`
    return [`${city} ${ordinal} arrondissement`, city].map((name) => ({ name, code: '' }))
  }
  const codes = words.filter((word) => /^(\d{2,5}|2[ab]\d{0,3})$/.test(word))
  const name = words.filter((word) => !codes.includes(word)).join(' ')
  return name === '' && codes.length === 0 ? [] : [{ name, code: codes[0] ?? '' }]
}

/**
 * The codes, as `LIKE` patterns, of the départements where a postcode that starts so may be: Corsica's start
 * with 20, overseas ones with three digits. The few communes served from a neighbouring département are
 * found by their whole postcode only.
 */
export function departmentsOfPostcode(start: string): string[] {
  if (start.startsWith('20')) return ['2A', '2B']
  return [/^9[78]/.test(start) ? `${start.slice(0, 3)}%` : start.slice(0, 2).toUpperCase()]
}
