import type { PlaceKind, PlaceStatus, Programme, Service } from '@/prisma/client/enums'
import {
  type Changed,
  changes,
  type Freshness,
  freshness,
  type Gap,
  gaps,
  kindSlugs,
  programmeSlugs,
  referrals,
  type SortColumn,
  serviceSlugs,
  sorts,
  statuses,
} from './values'

/** What the table shows. Values of one list widen it, lists narrow it. */
export interface TableFilters {
  /** Words of the name, the commune or the summary; or a place's number, phone, e-mail or SIRET */
  q: string
  status: PlaceStatus[]
  kind: PlaceKind[]
  departments: string[]
  /** INSEE codes, or names as they were typed */
  communes: string[]
  services: Service[]
  /** It offers none of these */
  withoutServices: Service[]
  programmes: Programme[]
  /** Whether it receives people whom helpers refer */
  takesReferrals: boolean[]
  gaps: Gap[]
  freshness: Freshness[]
  /** Slugs of sources; `aucune` for what people typed */
  sources: string[]
  /** Ids of people, `moi` or `personne` */
  assignees: string[]
  changed: Changed[]
  sort: { column: SortColumn; descending: boolean }
  /** From 1 */
  page: number
}

/** What depends on who asks: a value that is not among them filters nothing, and she is told. */
export interface TableChoices {
  departments: readonly { code: string; name: string }[]
  sources: readonly { slug: string; name: string }[]
  colleagues: readonly { id: string; name: string }[]
}

/** A parameter, or a value of one, that was not understood and filters nothing. */
export interface Unknown {
  parameter: string
  value: string
}

export type QueryParams = Readonly<Record<string, string | string[] | undefined>>

type Reader<Value> = (text: string) => Value | undefined

const ofTable =
  <Value>(table: Readonly<Record<string, Value>>): Reader<Value> =>
  (slug) =>
    Object.hasOwn(table, slug) ? table[slug] : undefined

const oneOf =
  (known: readonly string[]): Reader<string> =>
  (text) =>
    known.includes(text) ? text : undefined

/** Names that belong to the page and filter nothing. */
const ofThePage = ['page', 'tri', 'q', 'fait']

/** The filters that an address names, and what of it means nothing. */
export function readFilters(
  parameters: QueryParams,
  choices: TableChoices,
): { filters: TableFilters; unknown: Unknown[] } {
  const unknown: Unknown[] = []
  const known = new Set(ofThePage)
  const given = (name: string) =>
    [parameters[name] ?? []]
      .flat()
      .slice(0, 120)
      .map((text) =>
        text
          .replace(/\p{Cc}/gu, '')
          .trim()
          .slice(0, 200),
      )
      .filter((text) => text !== '')
  const all = <Value>(name: string, read: Reader<Value>): Value[] => {
    known.add(name)
    return [...new Set(given(name))].flatMap((text) => {
      const value = read(text)
      if (value === undefined) unknown.push({ parameter: name, value: text })
      return value ?? []
    })
  }
  const filters: TableFilters = {
    q: given('q').join(' ').slice(0, 200),
    status: all('statut', ofTable(statuses)),
    kind: all('type', ofTable(kindSlugs)),
    departments: all('departement', oneOf(choices.departments.map(({ code }) => code))),
    communes: all('commune', (text) => text),
    services: all('service', ofTable(serviceSlugs)),
    withoutServices: all('sans_service', ofTable(serviceSlugs)),
    programmes: all('programme', ofTable(programmeSlugs)),
    takesReferrals: all('orientation', ofTable<boolean>(referrals)),
    gaps: all('manque', ofTable(gaps)),
    freshness: all('fraicheur', ofTable(freshness)),
    sources: all('source', oneOf(['aucune', ...choices.sources.map(({ slug }) => slug)])),
    assignees: all('suivi', oneOf(['moi', 'personne', ...choices.colleagues.map(({ id }) => id)])),
    changed: all('modifie', ofTable(changes)),
    sort: all('tri', readSort)[0] ?? { column: 'name', descending: false },
    page: all('page', readPage)[0] ?? 1,
  }
  for (const name of Object.keys(parameters)) {
    if (!known.has(name)) unknown.push({ parameter: name, value: given(name).join(', ') })
  }
  return { filters, unknown }
}

function readSort(text: string): TableFilters['sort'] | undefined {
  const descending = text.startsWith('-')
  const column = ofTable(sorts)(descending ? text.slice(1) : text)
  return column && { column, descending }
}

function readPage(text: string): number | undefined {
  const page = Number(text)
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : undefined
}
