import type { Meaning } from '@/lib/needs/meaning'

/** What was understood of `q`, as the API tells it: `Compris` in its OpenAPI document. */
export function toApiMeaning({ needs, words, ignored }: Meaning) {
  return [
    ...needs.map(({ typed, name }) => ({ mots: typed, role: 'besoin', besoin: name })),
    ...words.map(({ typed }) => ({ mots: typed, role: 'mot', besoin: null })),
    ...ignored.map((typed) => ({ mots: typed, role: 'ignore', besoin: null })),
  ]
}
