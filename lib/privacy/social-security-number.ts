/*
 * A social-security number (NIR, décret 82-103): sex, year, month, département, commune and rank of birth are
 * 13 characters; two more are the key, 97 less the remainder of the division by 97 of the 13, where Corsica's 2A and
 * 2B count as 19 and 18. Numbers that wait for their final form start with 3, 4, 7 or 8. A month that is not known
 * is 20, 30 to 42 or 50 to 99.
 */

/** What people and programs put between the digits, even where nothing shows. Slashes are of dates and of lists. */
const gap = String.raw`[\s._\-\u00AD\u200B-\u200F\u2010-\u2015\u202A-\u202E\u2060-\u2069\uFEFF]{0,4}`
const pieces = [
  ['[1-478]'],
  ['[0-9]', '[0-9]'],
  [`(?:0${gap}[1-9]|1${gap}[0-2]|2${gap}0|3${gap}[0-9]|4${gap}[0-2]|[5-9]${gap}[0-9])`],
  [`(?:0${gap}[1-9]|[1-9]${gap}[0-9]|2${gap}[ABab])`],
  [`(?!0${gap}0${gap}0)[0-9]`, '[0-9]', '[0-9]'],
  [`(?!0${gap}0${gap}0)[0-9]`, '[0-9]', '[0-9]'],
]
const birth = pieces.flat().join(gap)
/** Identifiers, coordinates side by side, and one with all its decimals: they have as many digits. */
const others =
  /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[0-9]{1,2}\.[0-9]{4,15}[\s,;/]+-?[0-9]{1,3}\.[0-9]{4,15}(?![.0-9])|[0-9]{1,2}\.[0-9]{9,18}(?![.0-9])/gi
/** No look-behind: the browsers of old phones would not read the whole file. */
const number = `(?:^|[^0-9])(${birth})(?:${gap}([0-9]${gap}[0-9]))?(?![0-9])`
const numbers = new RegExp(number, 'gu')

/**
 * For the `pattern` of an input, where no script runs: it lets no number of this shape pass, even one whose key is wrong.
 */
export const withoutSocialSecurityNumber = `(?!.*${number}).*`

/**
 * Whether a text holds a social-security number: 15 digits whose key is right, or the 13 without it, written in one go
 * or with spaces, dots or hyphens, with the digits of any script. Telephones, SIRETs, dates and coordinates are none.
 */
export function hasSocialSecurityNumber(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, digitOf)
    .replace(others, ' x ')
  numbers.lastIndex = 0
  for (let found = numbers.exec(plain); found; found = numbers.exec(plain)) {
    const [, born = '', key] = found
    if (key === undefined || keyOf(born) === Number(bare(key))) return true
    // Thirteen digits that stand apart from the two that follow them need no key.
    if (/[^0-9]$/.test(plain.slice(0, plain.indexOf(born, found.index) + born.length + 1))) return true
    numbers.lastIndex = found.index + 1
  }
  return false
}

/** The key of the 13 first characters of a number, from 1 to 97. */
export function keyOf(born: string): number {
  const digits = bare(born).toUpperCase().replace('2A', '19').replace('2B', '18')
  return 97 - (Number(digits) % 97)
}

const bare = (text: string) => text.replace(/[^0-9A-Za-z]/g, '')

/** Decimal digits stand in runs of ten from 0 to 9, in every script. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String(code - zero)
}
