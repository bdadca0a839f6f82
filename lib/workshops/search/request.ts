import { parameters } from '@/lib/search/parameters'
import { type Problem, type QueryParams, toldAgain } from '@/lib/search/query-reader'
import { keyword, type Reader, yes } from '@/lib/search/reader'
import type { Position } from '@/lib/territory/distance'
import type { Level, Service } from '@/prisma/client/enums'

/** From now on: the seven days, or the thirty, that come. */
export type Period = 'WEEK' | 'MONTH'

/** What is asked of the workshops to come. */
export interface WorkshopSearch {
  near: Position | null
  communeCodes: string[]
  departmentCodes: string[]
  words: string | null
  /** The words are to be found as they are; only with `words` */
  isLiteral: boolean
  services: Service[]
  level: Level | null
  period: Period | null
  isFree: boolean
  takesPass: boolean
  /** From 1 */
  page: number
}

const readers = {
  lat: parameters.lat,
  lon: parameters.lon,
  commune: parameters.commune,
  departement: parameters.departement,
  q: parameters.q,
  mots: parameters.mots,
  services: parameters.services,
  page: parameters.page,
  niveau: keyword<Level>({ BEGINNER: 'debutant', INTERMEDIATE: 'a-l-aise', ADVANCED: 'confirme' }),
  quand: keyword<Period>({ WEEK: 'semaine', MONTH: 'mois' }),
  gratuit: yes(),
  pass: yes(),
} as const

type Name = keyof typeof readers
type ValueOf<N extends Name> = (typeof readers)[N] extends Reader<infer T> ? T : never

/**
 * Reads the address of `/ateliers`. What cannot be read is left out and told in `problems`.
 *
 * @param alsoAllowed names that belong to the page
 */
export function readWorkshopSearch(params: QueryParams, alsoAllowed: readonly string[] = []) {
  const given = params instanceof URLSearchParams ? params : toParams(params)
  const problems: Problem[] = []
  const refuse = (parameter: string, value: string, reason: string) =>
    problems.push({ parameter: toldAgain(parameter), value: toldAgain(value), reason })
  for (const name of new Set(given.keys()))
    if (!(name in readers) && !alsoAllowed.includes(name)) refuse(name, given.get(name) ?? '', 'paramètre inconnu')
  const many = <N extends Name>(name: N): ValueOf<N>[] =>
    given.getAll(name).flatMap((text) => {
      if (text.trim() === '') return []
      const reading = readers[name].read(text)
      if ('value' in reading) return [reading.value as ValueOf<N>]
      refuse(name, text, reading.reason)
      return []
    })
  const one = <N extends Name>(name: N) => many(name)[0] ?? null
  const [latitude, longitude] = [one('lat'), one('lon')]
  const search: WorkshopSearch = {
    near: latitude !== null && longitude !== null ? { latitude, longitude } : null,
    communeCodes: many('commune'),
    departmentCodes: many('departement'),
    words: one('q'),
    isLiteral: one('mots') ?? false,
    services: many('services'),
    level: one('niveau'),
    period: one('quand'),
    isFree: one('gratuit') ?? false,
    takesPass: one('pass') ?? false,
    page: one('page') ?? 1,
  }
  return { search: { ...search, isLiteral: search.isLiteral && search.words !== null }, problems }
}

function toParams(params: Exclude<QueryParams, URLSearchParams>): URLSearchParams {
  const pairs = Object.entries(params).flatMap(([name, value]) => [value ?? []].flat().map((each) => [name, each]))
  return new URLSearchParams(pairs)
}

/** The parameters of a search: what `readWorkshopSearch` reads back as the same. */
export function workshopParams(search: WorkshopSearch): URLSearchParams {
  const params = new URLSearchParams()
  const put = <N extends Name>(name: N, ...values: ValueOf<N>[]) => {
    for (const value of values) params.append(name, (readers[name] as Reader<ValueOf<N>>).write(value))
  }
  if (search.near) {
    put('lat', search.near.latitude)
    put('lon', search.near.longitude)
  }
  put('commune', ...search.communeCodes)
  put('departement', ...search.departmentCodes)
  if (search.words !== null) put('q', search.words)
  if (search.isLiteral) put('mots', true)
  put('services', ...search.services)
  if (search.level) put('niveau', search.level)
  if (search.period) put('quand', search.period)
  if (search.isFree) put('gratuit', true)
  if (search.takesPass) put('pass', true)
  if (search.page > 1) put('page', search.page)
  return params
}

/** How a value is written in the address, for the fields of the form. */
export const writtenLevel = readers.niveau.write
export const writtenPeriod = readers.quand.write
