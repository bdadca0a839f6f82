/** Most of the post office's establishments carry numbers whose digits add up to a multiple of five instead. */
const laPoste = '356000000'

/** Whether 14 digits are a SIRET: Luhn's sum, as INSEE asks. */
export function isSiret(digits: string): boolean {
  if (!/^\d{14}$/.test(digits) || /^0+$/.test(digits)) return false
  if (digits.startsWith(laPoste) && sum([...digits].map(Number)) % 5 === 0) return true
  // From the right, each second digit counts double; 14 is even, so these are the even indices.
  const doubled = [...digits].map((digit, index) => (index % 2 === 0 ? Number(digit) * 2 : Number(digit)))
  return sum(doubled.map((value) => (value > 9 ? value - 9 : value))) % 10 === 0
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/**
 * The national schema's `pivot`: a SIRET (14 digits), an RNA (`W` and 9 characters) or a RIDET
 * (9 or 10 digits, New Caledonia), without the spaces and dots that people write in it.
 *
 * @returns null when it is none of these
 */
export function normalisePivot(text: string): string | null {
  const pivot = text.replace(/[\s.-]/g, '').toUpperCase()
  if (/^W[0-9A-Z]{9}$/.test(pivot) || /^\d{9,10}$/.test(pivot)) return pivot
  return isSiret(pivot) ? pivot : null
}
