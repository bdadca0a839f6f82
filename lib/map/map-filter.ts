import type { MapData } from './map-data'
import { hasBit } from './planes'

/** A search as the map answers it. */
export interface MapFilter {
  /** Groups of facets: a place has one facet of each, as `facetGroupsOf` says */
  groups: number[][]
  /** The parameters that facets do not tell, which the server answers: words, territory, hours… */
  rest: URLSearchParams
}

/** These change the page of the list, not what is found. */
const ofTheListAlone = ['page', 'limite', 'tri', 'lieu']

/** Parts the parameters of a search, written as `searchToParams` does, between the map and the server. */
export function filterOf(params: URLSearchParams, facetOf: MapData['parameters']): MapFilter {
  const groups = new Map<string, number[]>()
  const rest = new URLSearchParams()
  for (const [name, value] of params) {
    const facet = facetOf[name]?.[value]
    if (facet !== undefined) groups.set(name, [...(groups.get(name) ?? []), facet])
    else if (!ofTheListAlone.includes(name)) rest.append(name, value)
  }
  // A point to start from orders the list, and by itself hides nothing.
  const isAsked = [...rest.keys()].some((name) => name !== 'lat' && name !== 'lon')
  return { groups: [...groups.values()], rest: isAsked ? rest : new URLSearchParams() }
}

/**
 * Which places to show, by rank: one for yes.
 *
 * @param found the only ids to keep, for what the server answered; all of them without it
 */
export function selectPlaces(data: MapData, groups: readonly number[][], found?: ReadonlySet<number>): Uint8Array {
  const meets = combinationsMeeting(data, groups)
  const { ids, combinationOf } = data
  const shown = new Uint8Array(ids.length)
  for (let rank = 0; rank < ids.length; rank++) shown[rank] = meets[combinationOf[rank] ?? 0] ?? 0
  if (found) for (let rank = 0; rank < ids.length; rank++) if (!found.has(ids[rank] ?? 0)) shown[rank] = 0
  return shown
}

function combinationsMeeting({ facets, combinationCount }: MapData, groups: readonly number[][]): Uint8Array {
  const meets = new Uint8Array(combinationCount).fill(1)
  for (const group of groups) {
    const columns = group.flatMap((facet) => facets.get(facet) ?? [])
    for (let index = 0; index < meets.length; index++) {
      if (!columns.some((column) => hasBit(column, index))) meets[index] = 0
    }
  }
  return meets
}
