import { dropped, type Note, type Reading } from './reading'

/** The national schema's pattern. */
const valid = /^(\+33|\+590|\+594|\+262|\+596|\+269|\+687|\+689|\+508|\+681)\d{6,9}$/

/** Numbers that are dialled with 0 from France, by their first three digits after it, and the code of their territory. */
const overseas: readonly [prefixes: RegExp, code: string][] = [
  [/^(590|690|691)/, '+590'],
  [/^(594|694)/, '+594'],
  [/^(596|696|697)/, '+596'],
  [/^(262|263|269|639|692|693)/, '+262'],
]

/** Collectivities with short numbers of their own, by code of département. */
const short: Readonly<Record<string, { code: string; length: number } | undefined>> = {
  '975': { code: '+508', length: 6 },
  '986': { code: '+681', length: 6 },
  '987': { code: '+689', length: 8 },
  '988': { code: '+687', length: 6 },
}

/**
 * Reads the first usable phone number of a cell, in the national schema's form.
 *
 * @param departmentCode where the place is, for numbers that only make sense there
 * @returns `+33…` or the territory's own code; null, with a note, when no number can be read
 */
export function readPhone(text: string, departmentCode: string | null = null): Reading<string | null> {
  if (text === '') return { value: null, notes: [] }
  if (/\d[.,]?\d*e\+?\d/i.test(text)) return dropped(text, 'Numéro de téléphone abîmé par un tableur, non repris')
  const numbers = candidates(text)
  const found = numbers.map((digits) => normalise(digits, departmentCode))
  const index = found.findIndex((number) => number !== null)
  const phone = found[index] ?? null
  if (phone === null) return dropped(text, 'Numéro de téléphone illisible, non repris')
  const notes: Note[] = []
  const written = numbers[index] ?? ''
  if (!isOrdinary(written, phone)) notes.push({ kind: 'repaired', value: text, reason: `Téléphone lu ${phone}` })
  if (found.some((number) => number !== null && number !== phone))
    notes.push({ kind: 'dropped', value: text, reason: `Un seul numéro de téléphone est gardé : ${phone}` })
  return { value: phone, notes }
}

/** Written with its zero, or in full with the right code: spaces and dots apart, nothing was repaired. */
function isOrdinary(written: string, phone: string): boolean {
  return written === phone || (/^0[1-9]\d{8}$/.test(written) && phone.endsWith(written.slice(1)))
}

/** The numbers of a cell: digits, with a leading + where there is one. */
function candidates(text: string): string[] {
  const pieces = text
    .replace(/^(\d+)\.0+$/, '$1')
    .replace(/\(\s*0\s*\)/g, '')
    // A number of its own; a price or a service; or else the start of the number
    .replace(/\(([^)]*)\)/g, (all, inner: string) => {
      if (inner.replace(/\D/g, '').length >= 9) return `;${inner};`
      return /^[\d\s.+]*$/.test(inner) ? all : ';'
    })
    // Nobody answers there, but where it is the telephone's too
    .replace(
      /(?<!t[ée]l[a-zé]*\s?\.?\s*(?:[/&-]|et|ou)\s*)\b(?:fax|t[ée]l[ée]copie(?:ur)?)[\s.:]*[\d+][\d\s.+-]*/gi,
      ';',
    )
    .replace(/(?<![a-np-zA-NP-Z])[oO](?=[oO\s.]*\d)/g, '0')
    .split(/[/;|\n,]|(?<=\d)\s*(?=\+)|[^\d\s+.()\-–—‑_·:'"]+/u)
    .map((piece) => piece.replace(/[^\d+]/g, '').replace(/(?!^)\+/g, ''))
    .filter((piece) => /\d/.test(piece))
  // 04/50/56/87/49: the separator only groups digits
  if (pieces.length > 1 && pieces.every((piece) => piece.replace('+', '').length <= 3)) return [pieces.join('')]
  return pieces.flatMap((piece) => (/^(0[1-9]\d{8}){2,}$/.test(piece) ? (piece.match(/\d{10}/g) ?? []) : [piece]))
}

function normalise(written: string, departmentCode: string | null): string | null {
  const number = international(written) ?? local(written, departmentCode) ?? national(written)
  return number !== null && valid.test(number) ? number : null
}

function international(written: string): string | null {
  const digits = /^(?:\+|00)(\d+)$/.exec(written)?.[1] ?? (/^33[1-9]\d{8}$/.test(written) ? written : undefined)
  if (digits === undefined) return null
  if (digits.startsWith('33'))
    return national(digits.slice(2)) ?? (digits.startsWith('3333') ? national(digits.slice(4)) : null)
  // Mayotte answers to Réunion's code; +269 is the Comoros'
  const mayotte = /^269(?:0?(269|639))?(\d{6})$/.exec(digits)
  if (mayotte) return `+262${mayotte[1] ?? '269'}${mayotte[2]}`
  const island = /^(590|594|596|262)0?(\d{9})$/.exec(digits)
  if (island) return withCode(`+${island[1]}`, national(island[2] ?? ''))
  // The territory's code was taken for the start of the number: 0262 59 19 11 written +262 59 19 11
  const halved = /^(590|594|596|262)(\d{6})$/.exec(digits)
  if (halved) return withCode(`+${halved[1]}`, national(digits))
  return /^(687|681|508)\d{6}$|^689\d{8}$/.test(digits) ? `+${digits}` : null
}

/** A number of another territory than its code says is a mistake that cannot be told right. */
function withCode(code: string, number: string | null): string | null {
  return number?.startsWith(code) ? number : null
}

/** Nine digits, or ten with the zero that one dials from France. */
function national(digits: string): string | null {
  const number = /^0?([1-9]\d{8})$/.exec(digits)?.[1]
  if (number === undefined) return null
  if (/^508\d{6}$/.test(number)) return `+508${number.slice(3)}`
  return `${overseas.find(([prefixes]) => prefixes.test(number))?.[1] ?? '+33'}${number}`
}

function local(digits: string, departmentCode: string | null): string | null {
  const form = short[departmentCode ?? '']
  if (!form) return null
  if (digits.length === form.length) return `${form.code}${digits}`
  const isWithCode = `+${digits}`.startsWith(form.code) && digits.length === form.code.length - 1 + form.length
  return isWithCode ? `+${digits}` : null
}
