import type { PlaceFilters } from '@/lib/places/back-office/queries'

const statuses = { brouillon: 'DRAFT', publie: 'PUBLISHED', archive: 'ARCHIVED' } as const
const kinds = {
  fabrique: 'FABRIQUE',
  'france-services': 'FRANCE_SERVICES',
  'tiers-lieu': 'TIERS_LIEU',
  mediation: 'MEDIATION',
} as const
const gaps = { horaires: 'hours', services: 'services', position: 'position' } as const

/** What each filter of the list may say in an address. */
export const filterSlugs = { statut: Object.keys(statuses), type: Object.keys(kinds), manque: Object.keys(gaps) }

export type ListParameters = Record<string, string | string[] | undefined>

/** What is typed in a parameter; of several, the first. */
export function parameter(parameters: ListParameters, name: string): string {
  const value = parameters[name]
  return (Array.isArray(value) ? value[0] : value)?.slice(0, 200) ?? ''
}

function read<Slug extends string, Code>(table: Readonly<Record<Slug, Code>>, slug: string): Code | undefined {
  return Object.hasOwn(table, slug) ? table[slug as Slug] : undefined
}

/** The filters that an address names; a value that does not exist filters nothing. */
export function readFilters(parameters: ListParameters): PlaceFilters & { page: number } {
  const page = Number(parameter(parameters, 'page'))
  return {
    q: parameter(parameters, 'q').replace(/\p{Cc}/gu, ''),
    status: read(statuses, parameter(parameters, 'statut')),
    kind: read(kinds, parameter(parameters, 'type')),
    gap: read(gaps, parameter(parameters, 'manque')),
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  }
}

/** The address of a page of the same list. */
export function pageHref(parameters: ListParameters, page: number): string {
  const kept = ['q', 'statut', 'type', 'manque'].map((name) => [name, parameter(parameters, name)])
  const query = new URLSearchParams([...kept.filter(([, value]) => value), ['page', String(page)]] as [
    string,
    string,
  ][])
  return `/coordination/lieux?${query}`
}
