import type { Meaning, UnderstoodNeed, Word } from '@/lib/needs/meaning'
import { Prisma } from '@/prisma/client/client'
import { facetGroupsOf } from './facets'

/** The conditions that free words put on `"Place" p`: every need is met, every word is held. */
export function wordConditions({ needs, words }: Meaning): Prisma.Sql[] {
  return [...needs.map(meets), ...words.map(holds)]
}

/** A place meets a need by any one of its answers, or by bearing its very words: "Maison CAF". */
export function meets({ answers, words }: Pick<UnderstoodNeed, 'answers' | 'words'>): Prisma.Sql {
  const facets = facetGroupsOf(answers).flat()
  // A pattern costs four times a plain search for letters, which spares it nearly every place.
  const letters = [...new Set(words.map(longestWord))].map((word) => Prisma.sql`p."searchText" LIKE ${`%${word}%`}`)
  return Prisma.sql`(p.facets && ${facets}::smallint[]
    OR (${Prisma.join(letters, ' OR ')}) AND p."searchText" ~ ${wholeWords(words)})`
}

const longestWord = (phrase: string) => phrase.split(' ').reduce((a, b) => (b.length > a.length ? b : a))

/**
 * Whole words, one or many of each, with the article that terms leave out: "caf" is no "café", "acte naissance"
 * is "acte de naissance". Folded words hold nothing that a pattern would read.
 */
function wholeWords(words: readonly string[]): string {
  const plural = (phrase: string) => phrase.split(' ').join('s? ([a-z]{1,3} )?')
  return `\\m(${words.map(plural).join('|')})s?\\M`
}

/** The start of a word of the place, one of its family, or nearly one: a letter missed in a long word still finds it. */
export function holds({ spellings }: Word): Prisma.Sql {
  const ways = spellings.flatMap((spelling) => [
    Prisma.sql`p."searchText" LIKE ${`${spelling}%`}`,
    Prisma.sql`p."searchText" LIKE ${`% ${spelling}%`}`,
    Prisma.sql`p."searchVector" @@ plainto_tsquery('french', ${spelling})`,
  ])
  const long = spellings.filter((spelling) => spelling.length >= 5 && !/\d/.test(spelling))
  ways.push(...long.map((spelling) => Prisma.sql`${spelling} <<% p."searchText"`))
  return Prisma.sql`(${Prisma.join(ways, ' OR ')})`
}
