import type { QueryParams } from './filters'

/** The parameters that say which places are shown, in the order in which addresses name them. */
export const filterNames = [
  'q',
  'statut',
  'type',
  'departement',
  'commune',
  'service',
  'sans_service',
  'programme',
  'orientation',
  'manque',
  'fraicheur',
  'source',
  'suivi',
  'modifie',
] as const
export type FilterName = (typeof filterNames)[number]

const path = '/coordination/lieux'

/** What follows `?` for the same places in the same order: two addresses of one search are the same text. */
export function queryOf(parameters: QueryParams): string {
  const pairs = [...filterNames, 'tri'].flatMap((name) =>
    [...new Set([parameters[name] ?? []].flat().map((value) => value.trim()))]
      .filter((value) => value !== '')
      .sort()
      .map((value) => [name, value]),
  )
  return new URLSearchParams(pairs).toString()
}

/** The address of the table with some parameters changed; a list that is not given goes, like the page. */
export function tableHref(parameters: QueryParams, changed: QueryParams = {}, under = ''): string {
  const page = [changed.page ?? []].flat()[0]
  const query = [queryOf({ ...parameters, ...changed }), page && page !== '1' && `page=${page}`].filter(Boolean)
  return `${path}${under}${query.length > 0 ? '?' : ''}${query.join('&')}`
}

/** The parameters that a query says, as a page receives them. */
export function parametersOf(query: string): QueryParams {
  const parameters: Record<string, string[]> = Object.create(null)
  for (const [name, value] of new URLSearchParams(query)) {
    parameters[name] ??= []
    parameters[name].push(value)
  }
  return parameters
}
