import type { Meaning } from '@/lib/needs/meaning'
import { understandWords } from '@/lib/needs/queries'
import type { PageSearch } from '@/lib/search/page-address'
import { findUnknownTerritories } from '@/lib/search/queries'
import type { Problem } from '@/lib/search/query-reader'
import { parseSearch, type Search } from '@/lib/search/schema'
import { resolveWhere, type Where } from '@/lib/search/where'
import { findCommunes } from '@/lib/territory/queries'

type Params = Record<string, string | string[] | undefined>

export interface ReadPageSearch {
  /** For links: what the person asked. */
  asked: PageSearch
  /** For the database: the same, within the commune when its position is not known. */
  search: Search
  where: Where | null
  /** What the words mean; null without words */
  meaning: Meaning | null
  problems: Problem[]
}

const rules = { alsoAllowed: ['lieu'], ignoreEmpty: true }
const longestPlace = 100
const homonymsAtMost = 20

/** Reads the address of the page: what can be applied is, what cannot is told. */
export async function readPageSearch(params: Params): Promise<ReadPageSearch> {
  const place = [params.lieu].flat()[0]?.trim().slice(0, longestPlace) || null
  const plain = parseSearch(params, rules)
  if (!place || plain.search.near) return finish(plain, { place, isPositionFromPlace: false }, null)

  const where = resolveWhere(place, await findCommunes(place, homonymsAtMost))
  const commune = where.kind === 'found' ? where.commune : null
  if (commune?.latitude == null || commune.longitude == null) {
    return finish(plain, { place, isPositionFromPlace: false }, where)
  }
  const placed = parseSearch({ ...params, lat: String(commune.latitude), lon: String(commune.longitude) }, rules)
  const lost = plain.problems.filter(({ parameter }) => parameter === 'lat' || parameter === 'lon')
  placed.problems.unshift(...lost)
  return finish(placed, { place, isPositionFromPlace: true }, where)
}

async function finish(
  { search, problems }: ReturnType<typeof parseSearch>,
  from: Omit<PageSearch, 'search'>,
  where: Where | null,
): Promise<ReadPageSearch> {
  const [unknown, meaning] = await Promise.all([findUnknownTerritories(search), understandWords(search)])
  const isKnown = (code: string) => !unknown.some(({ value }) => value === code)
  const known = {
    ...search,
    communeCodes: search.communeCodes.filter(isKnown),
    departmentCodes: search.departmentCodes.filter(isKnown),
  }
  const within = where?.kind === 'found' && !known.near ? [where.commune.code] : known.communeCodes
  return {
    asked: { search: known, ...from },
    search: { ...known, communeCodes: within },
    where,
    meaning,
    problems: [...problems, ...unknown],
  }
}
