import { Prisma } from '@/prisma/client/client'
import { isFiller } from './fillers'
import type { NeedAnswers } from './meaning'
import type { Candidate } from './understanding'

/** A term that what was typed may be, with the need that it says. */
export interface CandidateRow extends Candidate {
  text: string
  /** Of trigrams, from 0 to 1 */
  likeness: number
  need: NeedAnswers & { id: string; name: string }
}

/** The terms most alike that are looked at for each run of words. */
const alikeAtMost = 8

/** Shorter runs of words are never guessed. */
const shortestGuessed = 5

/**
 * The terms that each run of folded words may be: the same, of the same French stems, or, where there is none
 * the same, among those most alike by trigrams. The statement is always the same: its plan can be kept.
 */
export function candidatesFor(spans: readonly string[]): Prisma.Sql {
  const guessed = spans.map((span) => span.length >= shortestGuessed && !span.split(' ').every(isFiller))
  return Prisma.sql`
    SELECT span.words AS span, term."needId", term.folded AS term, term.text, to_jsonb(need) AS need,
      french_stems(term.folded) = french_stems(span.words) AS "isSameStem",
      similarity(term.folded, span.words)::float8 AS likeness
    FROM unnest(${spans}::text[], ${guessed}::boolean[]) AS span (words, "isGuessed")
    CROSS JOIN LATERAL (
      SELECT * FROM "NeedTerm" WHERE folded = span.words
      UNION SELECT * FROM "NeedTerm" WHERE french_stems(folded) = french_stems(span.words)
      UNION (
        SELECT * FROM "NeedTerm"
        WHERE span."isGuessed" AND NOT EXISTS (SELECT FROM "NeedTerm" same WHERE same.folded = span.words)
        ORDER BY folded <-> span.words LIMIT ${alikeAtMost})) term
    JOIN "Need" need ON need.id = term."needId"`
}
