import { searchNameOf } from '@/lib/territory/search-name'

const streets =
  /^(rue|r|avenue|av|ave|boulevard|bd|bld|bvd|place|pl|placette|chemin|che|allee|allees|impasse|imp|route|rte|quai|cours|square|passage|ruelle|sentier|esplanade|promenade|faubourg|fg|venelle|traverse|montee|rond|lotissement|lot|residence|res|cite|hameau|lieu|zone|za|zi|zac|villa|chaussee)$/

/** Whether a text may be an address rather than the name of a town: a number and words, a street, or many words. */
export function isAddressLike(text: string): boolean {
  const words = searchNameOf(text.slice(0, 200)).split(' ').filter(Boolean)
  const isNumber = (word: string) => /^\d{1,4}[a-d]?$/.test(word)
  const isWord = (word: string) => /^[a-z]{2,}$/.test(word)
  const startsWithNumber = isNumber(words[0] ?? '') && words.slice(1).filter(isWord).length >= 2
  const hasStreet = words.slice(0, -1).some((word) => streets.test(word))
  return startsWithNumber || hasStreet || words.filter(isWord).length >= 5
}

/** The words of an address after its number, and its postcode where it has one: `41000` in "1 rue X 41000 Blois". */
export function partsOfAddress(text: string): { words: string[]; postcode: string } {
  const words = searchNameOf(text.slice(0, 200)).split(' ')
  const at = words.findLastIndex((word) => /^\d{5}$/.test(word))
  const kept = (at >= 0 && at < words.length - 1 ? words.slice(at + 1) : words).filter((word) => !/^\d+$/.test(word))
  return { words: kept.filter((word) => word !== 'cedex').slice(-8), postcode: words[at] ?? '' }
}
