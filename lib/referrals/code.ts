import { randomInt } from 'node:crypto'

/** No I, L, O nor U: they are mistaken for 1, 1, 0 and V. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 8

/** A code drawn at random: one of a million million. */
export function drawCode(): string {
  return Array.from({ length }, () => signs[randomInt(signs.length)]).join('')
}

/** As it is printed and said: `K7QF-2M9X`. */
export function shownCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/** A code as somebody typed it, with what is mistaken put right; null when it is none. */
export function readCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.\-\u2010-\u2015]/g, '')
    .replace(/[IL]/g, '1')
    .replaceAll('O', '0')
    .replaceAll('U', 'V')
  return code.length === length && [...code].every((sign) => signs.includes(sign)) ? code : null
}
