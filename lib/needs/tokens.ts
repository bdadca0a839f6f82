import { foldWords, isSmall, joinInitials } from './fold'

/** A word that was typed and what is compared of it. */
export interface Token {
  typed: string
  folded: string
}

/** Words of a text that stand one after the other. */
export interface Span {
  start: number
  end: number
  /** Folded */
  words: string
}

/** The words of a text that may tell something: articles and the like are left out, unless there is nothing else. */
export function tokensOf(text: string): Token[] {
  const all = [...joinInitials(text).matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(([typed]) =>
    foldWords(typed)
      .split(' ')
      .filter((folded) => folded !== '')
      .map((folded) => ({ typed, folded })),
  )
  const telling = all.filter(({ folded }) => !isSmall(folded))
  return telling.length > 0 ? telling : all
}

/** No term is longer: the longest that is taken has as many telling words. */
export const longestTerm = 6

/** Every run of words that may be a term, the longest first. */
export function spansOf(tokens: readonly Token[]): Span[] {
  const spans: Span[] = []
  for (let length = Math.min(longestTerm, tokens.length); length > 0; length--) {
    for (let start = 0; start + length <= tokens.length; start++) {
      const words = tokens.slice(start, start + length).map(({ folded }) => folded)
      spans.push({ start, end: start + length, words: words.join(' ') })
    }
  }
  return spans
}
