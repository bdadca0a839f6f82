import { isFiller } from './fillers'
import { misspelling } from './spelling'
import { type Span, spansOf, type Token } from './tokens'

/** A term that a run of words may be. */
export interface Candidate {
  /** Folded, as typed */
  span: string
  needId: string
  /** Folded, as the vocabulary has it */
  term: string
  isSameStem: boolean
}

/** A term that was recognised in a text. */
export interface Recognised<C extends Candidate> extends Span {
  candidate: C
}

export interface Understanding<C extends Candidate> {
  /** In the order of the text */
  recognised: Recognised<C>[]
  /** The words that belong to no term and may tell something */
  rest: Token[]
}

/** Stems as short as these are those of too many words: "café" has that of "caf". */
const shortestStemmed = 5

/**
 * Cuts a text into the longest known terms. A run of words is a term as the vocabulary spells it, else one of
 * the same family ("cartes grises"), else a near misspelling. Of what remains, words that say nothing on their
 * own are dropped.
 */
export function understand<C extends Candidate>(tokens: readonly Token[], candidates: readonly C[]): Understanding<C> {
  const recognised: Recognised<C>[] = []
  const isFree = (start: number, end: number) => recognised.every((other) => end <= other.start || start >= other.end)
  for (const span of spansOf(tokens)) {
    const candidate = isFree(span.start, span.end) && termOf(span, candidates)
    if (candidate) recognised.push({ ...span, candidate })
  }
  const left = tokens.filter((_, index) => isFree(index, index + 1))
  const telling = left.filter(({ folded }) => !isFiller(folded))
  return {
    recognised: recognised.sort((a, b) => a.start - b.start),
    rest: recognised.length === 0 && telling.length === 0 ? left : telling,
  }
}

function termOf<C extends Candidate>({ words }: Span, candidates: readonly C[]): C | undefined {
  const possible = candidates.filter(({ span }) => span === words)
  const exact = possible.find(({ term }) => term === words)
  if (exact || words.split(' ').every(isFiller)) return exact
  const isOfFamily = ({ term, isSameStem }: C) => isSameStem && Math.min(term.length, words.length) >= shortestStemmed
  return (
    nearest(possible, (one) => (isOfFamily(one) ? Math.abs(one.term.length - words.length) : null)) ??
    nearest(possible, ({ term }) => misspelling(words, term))
  )
}

/** Of those that are near, the nearest; of equals, the first by its letters, so that the answer is always one. */
function nearest<C extends Candidate>(candidates: readonly C[], distance: (one: C) => number | null): C | undefined {
  return candidates
    .map((candidate) => ({ candidate, far: distance(candidate) }))
    .filter((one): one is { candidate: C; far: number } => one.far !== null)
    .sort((a, b) => a.far - b.far || (a.candidate.term < b.candidate.term ? -1 : 1))[0]?.candidate
}
