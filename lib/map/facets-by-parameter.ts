import { facetParameters, facetSlug } from '@/lib/search/facet-parameters'
import { accessibleFacet, type FacetList, facetCodes, facetLists, facetNumber } from '@/lib/search/facets'
import type { MapData } from './map-data'

/** The facet that each value of a parameter asks for, so that the browser reads a search without its vocabulary. */
export function facetsByParameter(): MapData['parameters'] {
  const lists = facetLists.map((list) => [facetParameters[list], facetsBySlug(list)] as const)
  return { ...Object.fromEntries(lists), accessible: { oui: accessibleFacet } }
}

function facetsBySlug<L extends FacetList>(list: L): Record<string, number> {
  return Object.fromEntries(facetCodes(list).map((code) => [facetSlug(list, code), facetNumber(list, code)]))
}

/** The facet of each kind of place, for the marks of the map. */
export const kindFacets = (): MapData['kinds'] =>
  Object.fromEntries(facetCodes('kinds').map((kind) => [kind, facetNumber('kinds', kind)])) as MapData['kinds']
