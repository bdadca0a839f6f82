import type { GeocodedAddress } from '@/lib/geocoding/answer'
import type { NamedDepartment } from '@/lib/territory/department-request'
import type { CommuneMatch, TerritoryMatches } from '@/lib/territory/queries'
import { searchNameOf } from '@/lib/territory/search-name'

/** What is understood of the answer to "where are you?". */
export type Where =
  /** `others` share the postcode that was typed; a guess is not what was typed, letter for letter. */
  | { kind: 'found'; commune: CommuneMatch; others: CommuneMatch[]; isGuess: boolean }
  | { kind: 'department'; department: NamedDepartment }
  /** A commune does not have this name; an address does */
  | { kind: 'address'; address: GeocodedAddress }
  /** Homonyms, or several near misses: only the person can tell. */
  | { kind: 'ambiguous'; isNamesake: boolean; communes: CommuneMatch[]; departments: NamedDepartment[] }
  /** An address that is not found, or not now; the places are then around the commune that it names */
  | { kind: 'lostAddress'; isServiceDown: boolean; commune: CommuneMatch | null }
  | { kind: 'unknown' }

/** Tells which commune or département was meant, or that it must be asked. */
export function resolveWhere({ request, communes: all, departments }: TerritoryMatches): Where {
  const { name, code } = request
  if (name === '') return resolveCode(code, all, departments)
  // "La Réunion (974)" is not the commune of this name in 47.
  const isOfDepartment = (commune: CommuneMatch) => commune.departmentCode === code.toUpperCase()
  const communes = code !== '' && departments.length > 0 ? all.filter(isOfDepartment) : all

  const bears = (theirs: string | null, names: readonly string[]) =>
    theirs !== null && names.includes(searchNameOf(theirs))
  const withArticle = ['le', 'la', 'les', 'l'].map((article) => `${article} ${name}`)
  const today = communes.filter((commune) => bears(commune.name, [name]))
  const former = communes.filter(({ formerName }) => bears(formerName, [name]))
  const articled = communes.filter((commune) => bears(commune.name, withArticle))
  // Paris is all of its département.
  const areas = departments.filter((each) => !today.some((commune) => commune.name === each.name && each.code === '75'))
  const exact = [today, former, articled].find((some) => some.length > 0) ?? []
  if (exact.length + areas.length > 0) return oneOf(exact, areas, true)
  const beginning = communes.filter((commune) => searchNameOf(commune.name).startsWith(`${name} `))
  return oneOf(beginning.length === 1 ? beginning : communes, [], false)
}

function resolveCode(code: string, communes: readonly CommuneMatch[], departments: readonly NamedDepartment[]): Where {
  if (departments.length > 0) return oneOf([], departments, true)
  const served = communes.filter(({ postcodes }) => postcodes.includes(code))
  const [best, ...others] = served
  if (!best) return oneOf(communes, [], false)
  // An arrondissement's postcode is also its city's.
  const apart = others.filter(({ name }) => !best.name.startsWith(`${name} `))
  return { kind: 'found', commune: best, others: apart, isGuess: false }
}

function oneOf(communes: readonly CommuneMatch[], departments: readonly NamedDepartment[], isNamesake: boolean): Where {
  const [commune, department] = [communes[0], departments[0]]
  if (!commune && !department) return { kind: 'unknown' }
  if (communes.length + departments.length > 1)
    return { kind: 'ambiguous', isNamesake, communes: [...communes], departments: [...departments] }
  if (department) return { kind: 'department', department }
  return commune ? { kind: 'found', commune, others: [], isGuess: !isNamesake } : { kind: 'unknown' }
}

/** `Blois (41000)`, `Lyon (69)`: a commune told from its homonyms, in a form that can be typed back. */
export function communeLabel({
  name,
  postcodes,
  departmentCode,
}: Pick<CommuneMatch, 'name' | 'postcodes' | 'departmentCode'>): string {
  const [only, ...others] = postcodes
  return `${name} (${only && others.length === 0 ? only : departmentCode})`
}
