import { type Doubt, doubts } from '@/lib/imports/uploads/schema'
import type { ImportRowKind } from '@/prisma/client/enums'
import { type Parameters, pageParameter } from '../../parameters'

/** The kinds of rows by their words in addresses, in the order of the tabs. */
export const kindSlugs = {
  ajouts: 'ADDED',
  changements: 'CHANGED',
  doutes: 'DOUBTFUL',
  inchanges: 'UNCHANGED',
  doublons: 'DUPLICATE',
  refus: 'REFUSED',
} as const satisfies Record<string, ImportRowKind>

export type KindSlug = keyof typeof kindSlugs

const doubtSlugs: Readonly<Record<string, Doubt | undefined>> = { double: 'double', position: 'position' }

/** What the page shows of the rows of an import. */
export interface View {
  /** Null where the address names none */
  tab: KindSlug | null
  doubt: Doubt | null
  page: number
}

export function readView(parameters: Parameters): View {
  const { type, doute } = parameters
  const tab = (Object.keys(kindSlugs) as KindSlug[]).find((slug) => slug === type) ?? null
  return {
    tab,
    doubt: doubts.find((doubt) => doubt === doubtSlugs[String(doute)]) ?? null,
    page: pageParameter(parameters),
  }
}

/** The address of a tab of an import. */
export function hrefOf(id: string, { tab, doubt, page }: View): string {
  const query = new URLSearchParams({
    ...(tab ? { type: tab } : {}),
    ...(doubt ? { doute: doubt } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  })
  return `/coordination/imports/${id}?${query}`
}
