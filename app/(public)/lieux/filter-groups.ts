import { needs } from '@/components/place/needs'
import { type FacetCode, type FacetList, facetCodes } from '@/lib/search/facets'

interface Group<L extends FacetList> {
  list: L
  /** In the order shown */
  codes: readonly FacetCode<L>[]
}

const group = <L extends FacetList>(list: L, codes: readonly FacetCode<L>[] = facetCodes(list)): Group<L> => ({
  list,
  codes,
})

/** Always in sight, after "Quand ?": what most people choose by. */
export const firstGroups = [
  group('fees'),
  group(
    'services',
    needs.map(({ service }) => service),
  ),
]

/** Folded until wanted, the most useful first. `isAccessible` stands with `specialCare`. */
export const foldedGroups = [
  group('audiences'),
  group('specialCare', [
    'ILLITERACY',
    'OTHER_LANGUAGES',
    'ENGLISH',
    'MOTOR_DISABILITY',
    'VISUAL_IMPAIRMENT',
    'DEAFNESS',
    'MENTAL_DISABILITY',
  ]),
  group('accessModes', ['WALK_IN', 'PHONE', 'ONLINE_BOOKING', 'EMAIL', 'REFERRAL_FORM_BY_EMAIL', 'NO_PUBLIC']),
  group('supportModes', ['INDIVIDUAL', 'WORKSHOP', 'REMOTE', 'SELF_SERVICE']),
  group('kinds', ['FRANCE_SERVICES', 'MEDIATION', 'TIERS_LIEU', 'FABRIQUE']),
  group('itinerancy'),
  group('programmes', [
    'AIDANTS_CONNECT',
    'CONSEILLER_NUMERIQUE',
    'PASS_NUMERIQUE',
    'PIX',
    'ABC_PIX',
    ...facetCodes('programmes').filter(
      (code) => !['AIDANTS_CONNECT', 'CONSEILLER_NUMERIQUE', 'PASS_NUMERIQUE', 'PIX', 'ABC_PIX'].includes(code),
    ),
  ]),
  group('labels'),
]
export type AnyGroup = (typeof firstGroups | typeof foldedGroups)[number]
