import type { Problem } from '@/lib/search/query-reader'
import type { Where } from '@/lib/search/where'
import { type UnderstoodWorkshopSearch, understoodWorkshops } from '@/lib/workshops/search/queries'
import { readWorkshopSearch, type WorkshopSearch, workshopParams } from '@/lib/workshops/search/request'
import { readPlace } from '../lieux/read-place'
import { understandWhere } from '../lieux/understand-where'
import { positionOf, territoryOf } from '../lieux/where-stands'

/** A search of workshops as the page carries it from link to link. */
export interface AskedWorkshops {
  search: WorkshopSearch
  /** What was typed as the place to start from, or its name when the address holds its position */
  place: string | null
}

export interface ReadWorkshops {
  asked: AskedWorkshops
  /** For the database: with its words understood, around the place that was typed or within its territory */
  search: UnderstoodWorkshopSearch
  where: Where | null
  problems: Problem[]
}

/** Reads the address of the page: what can be applied is, what cannot is told. */
export async function readWorkshops(params: Record<string, string | string[] | undefined>): Promise<ReadWorkshops> {
  const { place, refused } = readPlace(params.lieu)
  const { search, problems } = readWorkshopSearch(params, ['lieu'])
  problems.unshift(...refused)
  if (!place || search.near)
    return { asked: { search, place }, search: await understoodWorkshops(search), where: null, problems }
  const where = await understandWhere(place)
  const near = positionOf(where)
  // Links keep the position of an address, which another service found, but not that of a commune.
  const asked =
    where.kind === 'address'
      ? { search: { ...search, near }, place: where.address.label }
      : { search: { ...search, communeCodes: [], departmentCodes: [] }, place }
  const within = { communeCodes: [], departmentCodes: [], ...(near ? {} : territoryOf(where)) }
  return { asked, search: await understoodWorkshops({ ...search, near, ...within }), where, problems }
}

/** The stable address of a search, with what changes in it. */
export function workshopsAddress({ search, place }: AskedWorkshops, change: Partial<WorkshopSearch> = {}): string {
  const params = askedParams({ search: { ...search, page: 1, ...change }, place }).toString()
  return params ? `/ateliers?${params}` : '/ateliers'
}

export function askedParams({ search, place }: AskedWorkshops): URLSearchParams {
  return new URLSearchParams([...(place ? [['lieu', place]] : []), ...workshopParams(search)])
}
