import type { UnderstoodSearch } from '@/lib/search/matching'
import { type Moment, momentInstant, readMoment } from '@/lib/search/moment'
import { type PageSearch, pageNearSort } from '@/lib/search/page-address'
import { findUnknownTerritories, understood } from '@/lib/search/queries'
import type { Problem } from '@/lib/search/query-reader'
import { parseSearch, type Search } from '@/lib/search/schema'
import { searchTimeZone } from '@/lib/search/search-zone'
import type { Where } from '@/lib/search/where'
import { readPlace } from './read-place'
import { understandWhere } from './understand-where'
import { positionOf, territoryOf } from './where-stands'

type Params = Record<string, string | string[] | undefined>

export interface ReadPageSearch {
  /** For links: what the person asked. */
  asked: PageSearch
  /** For the database: the same with its words understood, within the commune when its position is not known. */
  search: UnderstoodSearch
  where: Where | null
  problems: Problem[]
}

const rules = { alsoAllowed: ['lieu', 'jour', 'heure'], ignoreEmpty: true, nearSort: pageNearSort }

/** Reads the address of the page: what can be applied is, what cannot is told. */
export async function readPageSearch(params: Params): Promise<ReadPageSearch> {
  return withMoment(await readPlaceSearch(params), readMoment(params))
}

/** With the instant of the day and the time that a form asked for, on the clocks of the place. */
async function withMoment(read: ReadPageSearch, moment: Moment): Promise<ReadPageSearch> {
  const { asked, search } = read
  if (!(search.openAt instanceof Date) && moment.day === '' && moment.time === '') return read
  const timeZone = await searchTimeZone(search)
  const { openAt, problems } = momentInstant(moment, timeZone)
  const isBoth = openAt !== null && search.openAt === 'now'
  if (isBoth) problems.push({ parameter: 'jour', value: moment.day, reason: '« ouvert maintenant » est choisi aussi' })
  const chosen = isBoth ? search.openAt : (openAt ?? search.openAt)
  return {
    ...read,
    asked: { ...asked, search: { ...asked.search, openAt: chosen }, timeZone, moment },
    search: { ...search, openAt: chosen },
    problems: [...read.problems, ...problems],
  }
}

async function readPlaceSearch(params: Params): Promise<ReadPageSearch> {
  const { place, refused } = readPlace(params.lieu)
  const plain = parseSearch(params, rules)
  plain.problems.unshift(...refused)
  if (!place || plain.search.near) return finish(plain, { place, isPositionFromPlace: false }, null)

  const where = await understandWhere(place)
  const position = positionOf(where)
  if (!position) return finish(plain, { place, isPositionFromPlace: false }, where)
  const [lat, lon] = [String(position.latitude), String(position.longitude)]
  const placed = parseSearch({ ...params, lat, lon }, rules)
  const lost = plain.problems.filter(({ parameter }) => parameter === 'lat' || parameter === 'lon')
  placed.problems.unshift(...lost)
  // Links keep the position of an address, which another service found, but not that of a commune.
  const from =
    where.kind === 'address'
      ? { place: where.address.label, isPositionFromPlace: false }
      : { place, isPositionFromPlace: true }
  return finish(placed, from, where)
}

async function finish(
  { search, problems }: ReturnType<typeof parseSearch>,
  from: Omit<PageSearch, 'search'>,
  where: Where | null,
): Promise<ReadPageSearch> {
  const [unknown, { meaning }] = await Promise.all([findUnknownTerritories(search), understood(search)])
  const isKnown = (code: string) => !unknown.some(({ value }) => value === code)
  const known = {
    ...search,
    communeCodes: search.communeCodes.filter(isKnown),
    departmentCodes: search.departmentCodes.filter(isKnown),
  }
  const within = known.near ? {} : territoryOf(where)
  const isToldTwice = Object.keys(within).length > 0
  const asked = isToldTwice ? { ...known, communeCodes: [], departmentCodes: [] } : known
  return {
    asked: { search: asked, ...from },
    search: { ...asked, ...within, meaning },
    where,
    problems: [...problems, ...unknown, ...(isToldTwice ? toldTwice(known) : [])],
  }
}

/** A territory beside a place that already says where. */
function toldTwice({ communeCodes, departmentCodes }: Search): Problem[] {
  const reason = 'le lieu écrit dit déjà où chercher'
  return [
    ...communeCodes.map((value) => ({ parameter: 'commune', value, reason })),
    ...departmentCodes.map((value) => ({ parameter: 'departement', value, reason })),
  ]
}
