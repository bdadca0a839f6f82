import type { FacetCode, FacetList } from './facets'
import { type Parameter, parameters, type RepeatableName } from './parameters'

/** The parameter of each list of facets. */
export const facetParameters = {
  kinds: 'types',
  services: 'services',
  audiences: 'publics',
  specialCare: 'prise_en_charge',
  fees: 'frais',
  programmes: 'dispositifs',
  labels: 'labels',
  accessModes: 'modalites_acces',
  supportModes: 'modalites_accompagnement',
  itinerancy: 'itinerance',
} as const satisfies Record<FacetList, RepeatableName>

/** How a value of a list is written in an address. */
export function facetSlug<L extends FacetList>(list: L, code: FacetCode<L>): string {
  return (parameters[facetParameters[list]] as unknown as Parameter<FacetCode<L>, true>).write(code)
}

/** The numbers of the conditions on hours, which come after those of facets while places are counted. */
export const openNumber = 1201
const times = ['EVENING', 'SATURDAY', 'SUNDAY'] as const
export const timeNumbers = times.map((time, index) => ({ time, number: 1301 + index }))
