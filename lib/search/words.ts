import type { Word } from '@/lib/needs/meaning'
import { type Token, tokensOf } from '@/lib/needs/tokens'

/** Signs and files shorten these. */
const saints = [
  ['saint', 'st'],
  ['sainte', 'ste'],
  ['saints', 'sts'],
  ['saintes', 'stes'],
]

/** Each word to find once, with its other spellings. */
export function wordsToFind(tokens: readonly Token[]): Word[] {
  const once = tokens.filter(({ folded }, index) => tokens.findIndex((token) => token.folded === folded) === index)
  return once.map(({ typed, folded }) => ({
    typed,
    spellings: saints.find((pair) => pair.includes(folded)) ?? [folded],
  }))
}

/** The words of a free text as they are, small ones left out unless there is nothing else. */
export const wordsOf = (text: string): Word[] => wordsToFind(tokensOf(text))
