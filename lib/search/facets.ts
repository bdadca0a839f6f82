import {
  AccessMode,
  Audience,
  Fee,
  Itinerancy,
  Label,
  PlaceKind,
  Programme,
  Service,
  SpecialCare,
  SupportMode,
} from '@/prisma/client/enums'
import type { Search } from './schema'

/**
 * The values of the filters as numbers: 100 × the list + the rank of the value in its enumeration, as the
 * function `facets_of` of the database counts them. A place's facets are one sorted list of numbers, which
 * the search, the counts and the map compare alike.
 */
const enumerations = {
  kinds: PlaceKind,
  services: Service,
  audiences: Audience,
  specialCare: SpecialCare,
  fees: Fee,
  programmes: Programme,
  labels: Label,
  accessModes: AccessMode,
  supportModes: SupportMode,
  itinerancy: Itinerancy,
}

/** A list of a search whose values are facets. */
export type FacetList = keyof typeof enumerations
export type FacetCode<L extends FacetList> = Search[L][number]

/** In the order of the database. */
export const facetLists = Object.keys(enumerations) as FacetList[]

/** A place with an Accès libre sheet. */
export const accessibleFacet = 1101

/** The values of a filter, in the order that their numbers follow. */
export function facetCodes<L extends FacetList>(list: L): FacetCode<L>[] {
  return Object.keys(enumerations[list]) as FacetCode<L>[]
}

/** The number by which a place bears a value: each list has its own hundred, so that one array holds all. */
export function facetNumber<L extends FacetList>(list: L, code: FacetCode<L>): number {
  return 100 * (facetLists.indexOf(list) + 1) + facetCodes(list).indexOf(code) + 1
}

/** A filter whose values are facets. */
export type FacetField = FacetList | 'isAccessible'

/** What a search asks of facets, filter by filter: a place must have one of the numbers of each. */
export function facetFiltersOf(search: Pick<Search, FacetField>): { field: FacetField; numbers: number[] }[] {
  const numbersOf = <L extends FacetList>(list: L) => {
    const codes: readonly FacetCode<L>[] = search[list]
    return codes.map((code) => facetNumber(list, code))
  }
  const filters: { field: FacetField; numbers: number[] }[] = facetLists
    .map((field) => ({ field, numbers: numbersOf(field) }))
    .filter(({ numbers }) => numbers.length > 0)
  return search.isAccessible ? [...filters, { field: 'isAccessible', numbers: [accessibleFacet] }] : filters
}

/** What a search asks of facets: one group for each filter, and a place must have one number of each group. */
export function facetGroupsOf(search: Pick<Search, FacetField>): number[][] {
  return facetFiltersOf(search).map(({ numbers }) => numbers)
}
