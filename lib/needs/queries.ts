import 'server-only'
import { db, queryFast } from '@/lib/db'
import { facetLists } from '@/lib/search/facets'
import type { Search } from '@/lib/search/schema'
import { holds } from '@/lib/search/word-matching'
import { wordsOf, wordsToFind } from '@/lib/search/words'
import { Prisma } from '@/prisma/client/client'
import { type CandidateRow, candidatesFor } from './candidates'
import type { Meaning, NeedAnswers, UnderstoodNeed, Word } from './meaning'
import { spansOf, type Token, tokensOf } from './tokens'
import { type Recognised, understand } from './understanding'

/** What the words of a search mean; null without words. */
export async function understandWords({
  words,
  isLiteral,
}: Pick<Search, 'words' | 'isLiteral'>): Promise<Meaning | null> {
  if (words === null) return null
  if (isLiteral) return { needs: [], words: wordsOf(words), ignored: [], suggestions: [] }
  const tokens = tokensOf(words)
  const spans = [...new Set(spansOf(tokens).map((span) => span.words))]
  const candidates = await queryFast<CandidateRow>(candidatesFor(spans), 'understand-words')
  const { recognised, rest } = understand(tokens, candidates)
  const needs = needsOf(recognised, tokens)
  const found = wordsToFind(rest)
  if (needs.length === 0) return { needs, words: found, ignored: [], suggestions: suggestionsOf(candidates) }
  const held = await heldBySomePlace(found)
  return {
    needs,
    words: found.filter((word) => held.has(word)),
    ignored: found.filter((word) => !held.has(word)).map(({ typed }) => typed),
    suggestions: [],
  }
}

/** Each need once, however often it is said. */
function needsOf(recognised: readonly Recognised<CandidateRow>[], tokens: readonly Token[]): UnderstoodNeed[] {
  const needs = new Map<string, UnderstoodNeed>()
  for (const { start, end, words, candidate } of recognised) {
    const { id, name } = candidate.need
    const typed = tokens
      .slice(start, end)
      .map((token) => token.typed)
      .join(' ')
    const before = needs.get(id)
    needs.set(id, {
      id,
      name,
      answers: answersOf(candidate.need),
      typed: before ? `${before.typed}, ${typed}` : typed,
      words: [...new Set([...(before?.words ?? []), candidate.term, words])],
    })
  }
  return [...needs.values()]
}

/** What answers a need, and nothing else of its row; a list that was never given is empty. */
function answersOf(need: CandidateRow['need']): NeedAnswers {
  const lists = facetLists.map((list) => [list, need[list] ?? []])
  return { ...Object.fromEntries(lists), isAccessible: need.isAccessible }
}

const suggestedAtMost = 3
const likeEnough = 0.3

function suggestionsOf(candidates: readonly CandidateRow[]): string[] {
  const likely = candidates.filter(({ likeness }) => likeness >= likeEnough).sort((a, b) => b.likeness - a.likeness)
  const byNeed = new Map(likely.toReversed().map(({ needId, text }) => [needId, text]))
  return [...byNeed.values()].toReversed().slice(0, suggestedAtMost)
}

/** Of these words, those that at least one published place holds. */
async function heldBySomePlace(words: readonly Word[]): Promise<Set<Word>> {
  if (words.length === 0) return new Set()
  const isHeld = words.map(
    (word) => Prisma.sql`EXISTS (SELECT FROM "Place" p WHERE p.status = 'PUBLISHED' AND ${holds(word)})`,
  )
  const [row] = await db.$queryRaw<{ held: boolean[] }[]>`SELECT ARRAY[${Prisma.join(isHeld)}] AS held`
  return new Set(words.filter((_, index) => row?.held[index]))
}
