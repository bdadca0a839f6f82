import type { Problem } from '@/lib/search/query-reader'

/** Every parameter but those that a route knows is wrong. */
export function refuseAll(params: URLSearchParams, known: readonly string[] = []): Problem[] {
  return [...new Set(params.keys())]
    .filter((name) => !known.includes(name))
    .map((name) => ({
      parameter: name.slice(0, 100),
      value: params.getAll(name).join(', ').slice(0, 100),
      reason: 'paramètre inconnu',
    }))
}
