import type { Search } from './schema'

const lists = [
  'services',
  'kinds',
  'fees',
  'audiences',
  'specialCare',
  'accessModes',
  'supportModes',
  'programmes',
  'labels',
  'itinerancy',
  'openingTimes',
  'departmentCodes',
  'communeCodes',
] as const
type List = (typeof lists)[number]

/** One thing that narrows a search, and the same search without it. */
export type Narrowing =
  | { [L in List]: { field: L; value: Search[L][number]; without: Search } }[List]
  | { field: 'words'; value: string; without: Search }
  | { field: 'radius'; value: number; without: Search }
  | { field: 'openAt'; value: 'now' | Date; without: Search }
  | { field: 'isAccessible'; value: true; without: Search }

export type NarrowingField = Narrowing['field']

/** The same search, from its first page, with these filters given up whole. */
export function withoutFilters(search: Search, fields: readonly NarrowingField[]): Search {
  const isList = (field: NarrowingField): field is List => lists.some((list) => list === field)
  const nothing = { words: null, radius: null, openAt: null, isAccessible: false }
  const changes = fields.map((field) => [field, isList(field) ? [] : nothing[field]])
  const isLiteral = search.isLiteral && !fields.includes('words')
  return { ...search, ...Object.fromEntries(changes), isLiteral, page: 1 }
}

/** Everything that narrows a search, each of which can be given up on its own. */
export function narrowingsOf(search: Search): Narrowing[] {
  const start = { ...search, page: 1 }
  const narrowings: Narrowing[] = lists.flatMap((field) => listNarrowings(start, field))
  if (search.openAt) narrowings.push({ field: 'openAt', value: search.openAt, without: { ...start, openAt: null } })
  if (search.isAccessible) {
    narrowings.push({ field: 'isAccessible', value: true, without: { ...start, isAccessible: false } })
  }
  if (search.words)
    narrowings.push({ field: 'words', value: search.words, without: { ...start, words: null, isLiteral: false } })
  if (search.radius) narrowings.push({ field: 'radius', value: search.radius, without: { ...start, radius: null } })
  return narrowings
}

function listNarrowings<L extends List>(search: Search, field: L): Narrowing[] {
  const values: readonly Search[L][number][] = search[field]
  return values.map(
    (value) =>
      ({ field, value, without: { ...search, [field]: values.filter((other) => other !== value) } }) as Narrowing,
  )
}
