import { dropped, plain, type Reading, repaired } from './reading'

/**
 * Reads a French postcode: five digits, its lost zero put back ("1000", "1000.0" → "01000").
 *
 * @returns null, with a note, when it cannot be one: nothing is completed at random
 */
export function readPostcode(text: string): Reading<string | null> {
  if (text === '') return plain(null)
  const digits = codeDigits(text.replace(/cedex.*$/i, ''))
  const postcode = /^\d{4}$/.test(digits) ? `0${digits}` : digits
  if (!/^(0[1-9]|[1-8]\d|9[0-8])\d{3}$/.test(postcode)) return dropped(text, 'Code postal illisible, non repris')
  return postcode === text ? plain(postcode) : repaired(postcode, text, `Code postal lu ${postcode}`)
}

/**
 * Reads an INSEE code of commune, its lost zero put back and Corsica's letter in capitals. Whether
 * such a commune exists is not its business.
 */
export function readInseeCode(text: string): Reading<string | null> {
  if (text === '') return plain(null)
  const written = codeDigits(text).toUpperCase()
  const code = /^\d{4}$/.test(written) ? `0${written}` : written
  if (!/^([013-9]\d|2[AB1-9])\d{3}$/.test(code)) return dropped(text, 'Code INSEE illisible, non repris')
  return code === text ? plain(code) : repaired(code, text, `Code INSEE lu ${code}`)
}

/** A code without what tables and people put around it: blanks, quotes, `F-`, `.0`, the letter O for a zero. */
function codeDigits(text: string): string {
  return text
    .replace(/^\s*(?:fr?|insee|cp)\s*[-:]?\s*(?=\d)/i, '')
    .replace(/(\d)[.,]0+$/, '$1')
    .replace(/[\s"'’=.\u00A0-]/g, '')
    .replace(/[oO]/g, '0')
}
