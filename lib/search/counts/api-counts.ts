import * as vocabularies from '@/lib/open-data/vocabulary'
import { facetParameters, facetSlug, openNumber, timeNumbers } from '../facet-parameters'
import { accessibleFacet, type FacetCode, type FacetList, facetCodes, facetLists, facetNumber } from '../facets'
import { parameters } from '../parameters'
import type { Search } from '../schema'
import type { FilterCounts } from './queries'

const names: { [L in FacetList]: vocabularies.Vocabulary<FacetCode<L>> } = {
  ...vocabularies,
  itinerancy: vocabularies.itinerancies,
}

/** The counts in the words of the API: by parameter, its values with their national names. */
export function toApiCounts({ found, of, hasHours }: FilterCounts, { openAt }: Search) {
  const valuesOf = <L extends FacetList>(list: L) =>
    facetCodes(list).map((code) => ({
      valeur: facetSlug(list, code),
      nom: names[list][code],
      total: of(facetNumber(list, code)),
    }))
  const ours = (name: 'accessible' | 'ouvert' | 'horaires', values: { valeur: string; number: number }[]) => ({
    [name]: values.map(({ valeur, number }) => ({ valeur, total: of(number) })),
  })
  return {
    total: found.count,
    filtres: {
      ...Object.fromEntries(facetLists.map((list) => [facetParameters[list], valuesOf(list)])),
      ...ours('accessible', [{ valeur: parameters.accessible.write(true), number: accessibleFacet }]),
      ...(hasHours && {
        ...ours('ouvert', [{ valeur: parameters.ouvert.write(openAt ?? 'now'), number: openNumber }]),
        ...ours(
          'horaires',
          timeNumbers.map(({ time, number }) => ({ valeur: parameters.horaires.write(time), number })),
        ),
      }),
    },
  }
}
