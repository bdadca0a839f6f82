import type { OpeningTime } from '@/lib/hours/opening-time'
import type {
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
import { type ParameterName, parameters } from './parameters'
import { type Problem, type QueryParams, QueryReader, type ReadingRules } from './query-reader'

/** `NEAR_TIES` is by distance too, but ranks places about as near by more: see `near-ties.ts`. */
export type Sort = 'DISTANCE' | 'NEAR_TIES' | 'NAME' | 'UPDATED'

/** Whether an order has the nearest first, and so asks where from. */
export const isByDistance = (sort: Sort | undefined) => sort === 'DISTANCE' || sort === 'NEAR_TIES'

/** What is asked of the directory. Values of one list widen the answer, lists narrow it together. */
export interface Search {
  near: { latitude: number; longitude: number } | null
  /** Kilometres, as the crow flies; only with `near` */
  radius: number | null
  words: string | null
  /** The words are to be found as they are, not understood as needs; only with `words` */
  isLiteral: boolean
  communeCodes: string[]
  departmentCodes: string[]
  kinds: PlaceKind[]
  services: Service[]
  audiences: Audience[]
  specialCare: SpecialCare[]
  fees: Fee[]
  programmes: Programme[]
  labels: Label[]
  accessModes: AccessMode[]
  supportModes: SupportMode[]
  itinerancy: Itinerancy[]
  openAt: 'now' | Date | null
  /** Times of the week, on the clocks of the place */
  openingTimes: OpeningTime[]
  isAccessible: boolean
  /** From 1 */
  page: number
  /** Places on a page */
  limit: number
  sort: Sort
}

export const defaultLimit = 20

/**
 * Reads the parameters of a search. What cannot be read is left out of the search and told in `problems`:
 * the API refuses the request, the page shows them and applies the rest. Whether a commune or a
 * département exists is for `findUnknownTerritories` to say.
 */
export function parseSearch(params: QueryParams, rules: ReadingRules = {}): { search: Search; problems: Problem[] } {
  const query = new QueryReader(params, rules)
  const near = readPosition(query)
  const radius = query.one('rayon') ?? null
  const sort = query.one('tri')
  if (!query.has('lat') && !query.has('lon')) {
    if (query.has('rayon')) query.refuse('rayon', 'rayon ne va pas sans lat et lon')
    if (isByDistance(sort)) query.refuse('tri', 'le tri par distance ne va pas sans lat et lon')
  }
  if (query.has('mots') && !query.has('q')) query.refuse('mots', 'mots ne va pas sans q')
  const search: Search = {
    near,
    radius: near ? radius : null,
    words: query.one('q') ?? null,
    isLiteral: query.has('q') && (query.one('mots') ?? false),
    communeCodes: query.many('commune'),
    departmentCodes: query.many('departement'),
    kinds: query.many('types'),
    services: query.many('services'),
    audiences: query.many('publics'),
    specialCare: query.many('prise_en_charge'),
    fees: query.many('frais'),
    programmes: query.many('dispositifs'),
    labels: query.many('labels'),
    accessModes: query.many('modalites_acces'),
    supportModes: query.many('modalites_accompagnement'),
    itinerancy: query.many('itinerance'),
    openAt: query.one('ouvert') ?? null,
    openingTimes: query.many('horaires'),
    isAccessible: query.one('accessible') ?? false,
    page: query.one('page') ?? 1,
    limit: query.one('limite') ?? defaultLimit,
    sort: sort && (near || !isByDistance(sort)) ? sort : defaultSort(near, rules.nearSort),
  }
  return { search, problems: query.problems() }
}

/** The API keeps strictly to distance, which programmes rely on; pages say another `nearSort`. */
function defaultSort(near: Search['near'], nearSort: Sort = 'DISTANCE'): Sort {
  return near ? nearSort : 'NAME'
}

function readPosition(query: QueryReader): Search['near'] {
  const latitude = query.one('lat')
  const longitude = query.one('lon')
  if (latitude !== undefined && longitude !== undefined) return { latitude, longitude }
  if (query.has('lat') && !query.has('lon')) query.refuse('lat', 'lat ne va pas sans lon')
  if (query.has('lon') && !query.has('lat')) query.refuse('lon', 'lon ne va pas sans lat')
  return null
}

/**
 * The address of a search: what `parseSearch` reads back as the same search. Defaults are left out.
 *
 * @param nearSort the order with a position when nothing is said
 */
export function searchToParams(search: Search, nearSort?: Sort): URLSearchParams {
  const params = new URLSearchParams()
  const put = <T>(name: ParameterName, write: (value: T) => string, values: readonly T[]) => {
    for (const value of values) params.append(name, write(value))
  }
  if (search.near) {
    put('lat', parameters.lat.write, [search.near.latitude])
    put('lon', parameters.lon.write, [search.near.longitude])
  }
  if (search.near && search.radius !== null) put('rayon', parameters.rayon.write, [search.radius])
  if (search.words !== null) put('q', parameters.q.write, [search.words])
  if (search.isLiteral) put('mots', parameters.mots.write, [true as const])
  put('commune', parameters.commune.write, search.communeCodes)
  put('departement', parameters.departement.write, search.departmentCodes)
  put('types', parameters.types.write, search.kinds)
  put('services', parameters.services.write, search.services)
  put('publics', parameters.publics.write, search.audiences)
  put('prise_en_charge', parameters.prise_en_charge.write, search.specialCare)
  put('frais', parameters.frais.write, search.fees)
  put('dispositifs', parameters.dispositifs.write, search.programmes)
  put('labels', parameters.labels.write, search.labels)
  put('modalites_acces', parameters.modalites_acces.write, search.accessModes)
  put('modalites_accompagnement', parameters.modalites_accompagnement.write, search.supportModes)
  put('itinerance', parameters.itinerance.write, search.itinerancy)
  if (search.openAt !== null) put('ouvert', parameters.ouvert.write, [search.openAt])
  put('horaires', parameters.horaires.write, search.openingTimes)
  if (search.isAccessible) put('accessible', parameters.accessible.write, [true as const])
  if (search.sort !== defaultSort(search.near, nearSort)) put('tri', parameters.tri.write, [search.sort])
  if (search.limit !== defaultLimit) put('limite', parameters.limite.write, [search.limit])
  if (search.page !== 1) put('page', parameters.page.write, [search.page])
  return params
}
