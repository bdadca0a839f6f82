/**
 * Folds a name to what is compared when one types: lower case, no accents, one space between words,
 * œ → oe, and the "st" and "ste" of signposts spelt out.
 *
 * @example searchNameOf("Saint-Germain-d'Élan") // 'saint germain d elan'
 * @example searchNameOf('ST CYR') // 'saint cyr'
 */
export function searchNameOf(name: string): string {
  const lower = name.toLowerCase()
  const words = (isPlain.test(lower) ? lower : withoutAccents(lower)).match(/[a-z0-9]+/g) ?? []
  return words.map((word) => signposts[word] ?? word).join(' ')
}

/** Imports and sweeps fold names by the hundred thousand, and most need no more. */
const isPlain = /^[ -~]*$/

function withoutAccents(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
}

const signposts: Record<string, string | undefined> = { st: 'saint', ste: 'sainte', sts: 'saints', stes: 'saintes' }
