import { foldWords, isSmall } from '@/lib/needs/fold'
import type { Word } from '@/lib/needs/meaning'

/** Signs and files shorten these. */
const saints = [
  ['saint', 'st'],
  ['sainte', 'ste'],
  ['saints', 'sts'],
  ['saintes', 'stes'],
]

/** The words of a free text, small ones left out unless there is nothing else. */
export function wordsOf(text: string): Word[] {
  const all = [...new Set(foldWords(text).split(' '))].filter((word) => word !== '')
  const telling = all.filter((word) => !isSmall(word))
  return (telling.length > 0 ? telling : all).map((word) => ({
    typed: word,
    spellings: saints.find((pair) => pair.includes(word)) ?? [word],
  }))
}
