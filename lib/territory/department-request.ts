import type { CommuneRequest } from './commune-request'
import { searchNameOf } from './search-name'

/** A département as people may name it. */
export interface NamedDepartment {
  code: string
  name: string
  regionName: string
}

/** Folded once each: they are some hundred names, compared with everything that is typed. */
const bareNames = new Map<string, string>()

function bareNameOf(name: string): string {
  const bare = bareNames.get(name) ?? withoutArticle(searchNameOf(name))
  bareNames.set(name, bare)
  return bare
}

const withoutArticle = (folded: string) => folded.replace(/^(le|la|les|l) /, '')

/** The départements that are named: "loir et cher", "la réunion (974)", "41", or all those of "bretagne". */
export function departmentsNamed<D extends NamedDepartment>(
  { name, code }: CommuneRequest,
  departments: readonly D[],
): D[] {
  const isCoded = (department: D) => code === '' || code.toUpperCase() === department.code
  if (name === '') {
    const corsica = code === '20' ? ['2A', '2B'] : []
    return code === '' ? [] : departments.filter((each) => isCoded(each) || corsica.includes(each.code))
  }
  const asked = withoutArticle(
    name.replace(/^(departement|region) (de |du |des |d )?/, '').replace(/ (departement|region)$/, ''),
  )
  const named = departments.filter((each) => bareNameOf(each.name) === asked && isCoded(each))
  if (named.length > 0 || code !== '') return named
  return departments.filter(({ regionName }) => bareNameOf(regionName) === asked)
}

/** The départements whose name starts like what is being typed, from three letters on. */
export function departmentsStarting<D extends NamedDepartment>(
  { name, code }: CommuneRequest,
  departments: readonly D[],
): D[] {
  const start = withoutArticle(name)
  return start.length < 3 || code !== '' ? [] : departments.filter((each) => bareNameOf(each.name).startsWith(start))
}

/** "blois loir et cher" → Blois, within 41: the département that a name ends or starts with, cut off it. */
export function withoutDepartment(
  { name, code }: CommuneRequest,
  departments: readonly NamedDepartment[],
): CommuneRequest | null {
  if (code !== '') return null
  const longestFirst = departments
    .map((department) => ({ code: department.code, words: bareNameOf(department.name) }))
    .sort((a, b) => b.words.length - a.words.length)
  const found = longestFirst.find(({ words }) => name.endsWith(` ${words}`) || name.startsWith(`${words} `))
  if (!found) return null
  const rest = name.endsWith(` ${found.words}`)
    ? name.slice(0, -found.words.length).replace(/( (departement|dans|en|de|du|des|le|la|les|l|d))* $/, '')
    : name.slice(found.words.length + 1)
  return rest === '' ? null : { name: rest, code: found.code }
}
