import { searchNameOf } from '@/lib/territory/search-name'

interface Candidate {
  code: string
  name: string
  postcodes: string[]
  departmentCode: string
  formerName?: string | null
}

/**
 * The commune that a name and a postcode mean together, among those that the name may mean. A
 * postcode of offices ("41013 Cedex") belongs to no commune: the département then settles it.
 *
 * @returns null when none fits, or several do
 */
export function communeOf<C extends Candidate>(name: string, postcode: string, candidates: readonly C[]): C | null {
  const wanted = searchNameOf(name.replace(/\bcedex\b.*$/i, ''))
  const named = candidates.filter(
    (candidate) => searchNameOf(candidate.name) === wanted || searchNameOf(candidate.formerName ?? '') === wanted,
  )
  const here = named.filter(({ postcodes }) => postcodes.includes(postcode))
  const around =
    here.length > 0
      ? here
      : named.filter(({ postcodes }) => postcodes.some((own) => own.startsWith(postcode.slice(0, 2))))
  return around.length === 1 ? (around[0] ?? null) : null
}
