import 'server-only'
import type { Search } from '@/lib/search/schema'
import { wordsOf } from '@/lib/search/words'
import type { Meaning } from './meaning'

/** What the words of a search mean; null without words. */
export async function understandWords({ words }: Pick<Search, 'words' | 'isLiteral'>): Promise<Meaning | null> {
  return words === null ? null : { needs: [], words: wordsOf(words), ignored: [] }
}
