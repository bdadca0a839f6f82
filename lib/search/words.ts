import { kinds, services, type Vocabulary } from '@/lib/open-data/vocabulary'
import { searchNameOf } from '@/lib/territory/search-name'
import type { PlaceKind, Service } from '@/prisma/client/enums'

/** One word to find: in the text of a place as one of `spellings`, or in what the place is or does. */
export interface Word {
  /** Lower case, letters and digits only */
  spellings: string[]
  services: Service[]
  kinds: PlaceKind[]
}

/** Words that say nothing of what is looked for. */
const small = new Set('a au aux avec chez d dans de des du en et l la le les ou par pour s sur un une'.split(' '))

/** Signs and files shorten these; `searchNameOf` spells them out. */
const shortened: Readonly<Record<string, string | undefined>> = {
  saint: 'st',
  sainte: 'ste',
  saints: 'sts',
  saintes: 'stes',
}

/** The words of a free text, small ones left out unless there is nothing else. */
export function wordsOf(text: string): Word[] {
  const all = [...new Set(searchNameOf(text).split(' '))].filter((word) => word !== '')
  const telling = all.filter((word) => !small.has(word))
  return (telling.length > 0 ? telling : all).map((word) => ({
    spellings: [word, shortened[word] ?? []].flat(),
    services: named(services, word),
    kinds: named(kinds, word),
  }))
}

/** The values of a vocabulary with a word that starts so. */
function named<Code extends string>(vocabulary: Vocabulary<Code>, start: string): Code[] {
  return (Object.keys(vocabulary) as Code[]).filter((code) =>
    searchNameOf(vocabulary[code])
      .split(' ')
      .some((word) => !small.has(word) && word.startsWith(start)),
  )
}
