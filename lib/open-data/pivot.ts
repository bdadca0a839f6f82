import { isSiret } from '@/lib/places/pivot'
import { dropped, plain, type Reading, repaired } from './reading'

/**
 * Reads the number of a structure: SIRET, SIREN, RNA, or a RIDET of New Caledonia and Polynesia.
 * Zeros are how files say "unknown". A number that its check digits contradict names nobody and is
 * dropped: it is not mended, because a mended number would name somebody else.
 */
export function readPivot(text: string, departmentCode: string | null = null): Reading<string | null> {
  const pivot = text
    .replace(/(\d)[.,]0+$/, '$1')
    .replace(/[\s.\-–_'"\u00A0]/g, '')
    .toUpperCase()
  if (pivot === '' || /^0+$/.test(pivot)) return plain(null)
  const isWritten = pivot === text
  const value = isWritten
    ? plain<string | null>(pivot)
    : repaired<string | null>(pivot, text, `Numéro de structure lu ${pivot}`)
  if (/^\d{14}$/.test(pivot)) return isSiret(pivot) ? value : dropped(text, 'SIRET impossible (clé fausse), non repris')
  if (departmentCode !== null && /^98[78]$/.test(departmentCode) && /^[A-Z0-9]{9,10}$/.test(pivot)) return value
  if (/^\d{9}$/.test(pivot)) return luhn(pivot) ? value : dropped(text, 'SIREN impossible (clé fausse), non repris')
  if (/^W[0-9][0-9A-Z]\d{7}$/.test(pivot)) return value
  return dropped(text, 'Numéro de structure illisible, non repris')
}

/** Luhn's key, which a SIREN carries too. */
function luhn(digits: string): boolean {
  const doubled = [...digits].reverse().map((digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 2))
  return sum(doubled.map((number) => (number > 9 ? number - 9 : number))) % 10 === 0
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
