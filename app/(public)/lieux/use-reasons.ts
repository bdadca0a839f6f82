import { accessibleFacet, type FacetList, facetLists, facetNumber } from '@/lib/search/facets'
import type { FoundPlace } from '@/lib/search/found-place'
import { narrowingsOf } from '@/lib/search/narrowing'
import type { Search } from '@/lib/search/schema'
import { useNarrowingLabel } from './narrowing-chips'

/** What a card tells of a place in its own way, asked for or not. */
const toldAnyway = ['kinds', 'services', 'fees']

/** In a few words, what of the filters a place meets: why it is in the list. */
export function useReasons(search: Search): (place: Pick<FoundPlace, 'facets'>) => string[] {
  const label = useNarrowingLabel()
  const asked = narrowingsOf(search).flatMap((narrowing) => {
    const { field, value } = narrowing
    if (toldAnyway.includes(field)) return []
    if (field === 'isAccessible') return { number: accessibleFacet, name: label(narrowing) }
    const isFacet = facetLists.some((list) => list === field)
    return isFacet ? { number: facetNumber(field as FacetList, value as never), name: label(narrowing) } : []
  })
  return ({ facets }) => asked.filter(({ number }) => facets.includes(number)).map(({ name }) => name)
}
