import { type FacetCode, type FacetList, facetCodes, facetGroupsOf, facetLists, facetNumber } from '@/lib/search/facets'
import { parseSearch, type Search, searchToParams } from '@/lib/search/schema'
import type { MapData } from './map-data'

/** The facet that each value of a parameter asks for, so that the browser reads a search without its vocabulary. */
export function facetsByParameter(): MapData['parameters'] {
  const nothing = parseSearch({}).search
  const searches = facetLists.flatMap((list) => searchesOf(nothing, list))
  const parameters: MapData['parameters'] = {}
  for (const search of [...searches, { ...nothing, isAccessible: true }]) {
    const [facet] = facetGroupsOf(search).flat()
    for (const [name, value] of searchToParams(search)) {
      if (facet !== undefined) parameters[name] = { ...parameters[name], [value]: facet }
    }
  }
  return parameters
}

function searchesOf<L extends FacetList>(nothing: Search, list: L): Search[] {
  return facetCodes(list).map((code: FacetCode<L>) => ({ ...nothing, [list]: [code] }))
}

export const kindFacets = (): MapData['kinds'] =>
  Object.fromEntries(facetCodes('kinds').map((kind) => [kind, facetNumber('kinds', kind)])) as MapData['kinds']
