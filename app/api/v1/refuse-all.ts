import { type Problem, toldAgain } from '@/lib/search/query-reader'

/** Every parameter but those that a route knows is wrong. */
export function refuseAll(params: URLSearchParams, known: readonly string[] = []): Problem[] {
  return [...new Set(params.keys())]
    .filter((name) => !known.includes(name))
    .map((name) => ({
      parameter: toldAgain(name),
      value: toldAgain(params.getAll(name).join(', ')),
      reason: 'paramètre inconnu',
    }))
}
