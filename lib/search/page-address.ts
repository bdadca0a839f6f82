import type { Moment } from './moment'
import { type Search, type Sort, searchToParams } from './schema'

/** The order of the pages near a position, when nothing else is asked. */
export const pageNearSort: Sort = 'NEAR_TIES'

/** A search as the pages carry it from link to link. */
export interface PageSearch {
  search: Search
  /** What was typed as the place to start from, or its name when the address holds its position */
  place: string | null
  /** The position of the search was found from `place`: the address does not repeat it */
  isPositionFromPlace: boolean
  /** Whose clocks the instant of the search was read on, and is told on; Paris's unless told */
  timeZone?: string
  /** The day and the time as they were typed, applied or not: forms show them again, links leave them */
  moment?: Moment
}

/** The parameters of `/lieux` for a search. */
export function pageParams({ search, place, isPositionFromPlace }: PageSearch): URLSearchParams {
  const params = new URLSearchParams(place ? { lieu: place } : {})
  for (const [name, value] of searchToParams(search, pageNearSort)) {
    if (!isPositionFromPlace || (name !== 'lat' && name !== 'lon')) params.append(name, value)
  }
  return params
}

/** The stable address of a search. */
export function pageAddress(search: PageSearch): string {
  const params = pageParams(search).toString()
  return params ? `/lieux?${params}` : '/lieux'
}
