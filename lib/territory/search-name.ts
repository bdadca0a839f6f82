/**
 * Folds a name to what is compared when one types: lower case, no accents, one space between words,
 * œ → oe, and the "st" and "ste" of signposts spelt out.
 *
 * @example searchNameOf("Saint-Germain-d'Élan") // 'saint germain d elan'
 * @example searchNameOf('ST CYR') // 'saint cyr'
 */
export function searchNameOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => signposts[word] ?? word)
    .join(' ')
}

const signposts: Record<string, string | undefined> = { st: 'saint', ste: 'sainte', sts: 'saints', stes: 'saintes' }
