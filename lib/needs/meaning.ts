import type { FacetList } from '@/lib/search/facets'
import type { Search } from '@/lib/search/schema'

/** What answers a need: any one of these values. */
export type NeedAnswers = Pick<Search, FacetList | 'isAccessible'>

/** A need as it was found in a text. */
export interface UnderstoodNeed {
  id: string
  /** In French, as the page says it back */
  name: string
  answers: NeedAnswers
  /** As it was typed */
  typed: string
  /** Folded: the words of the term that was recognised, and those that were typed */
  words: string[]
}

/** One word to find in the text of a place, as one of `spellings`: lower case, letters and digits only. */
export interface Word {
  typed: string
  spellings: string[]
}

/** What a free text asks for: places that meet every need and hold every word. */
export interface Meaning {
  needs: UnderstoodNeed[]
  words: Word[]
  /** Typed words that no place holds, left aside because a need was understood */
  ignored: string[]
  /** Terms that look a little like what was typed, where no need was understood */
  suggestions: string[]
}
