import type { Precision } from '@/prisma/client/enums'
import { departmentsOfPostcode } from './commune-request'
import { searchNameOf } from './search-name'
import { typingDistance } from './typing-distance'

export interface KnownCommune {
  /** INSEE code */
  code: string
  name: string
  searchName: string
  postcodes: string[]
  departmentCode: string
  parentCode: string | null
  latitude: number | null
  longitude: number | null
  precision: Precision | null
}

/** What a record says of its commune; any part may lack or be wrong. */
export interface CommuneClues {
  code?: string | null
  postcode?: string | null
  name?: string | null
}

export interface ResolvedCommune {
  commune: KnownCommune
  /** What told which: its INSEE code, the code of a commune that merged into it, or its postcode and name. */
  by: 'code' | 'former-code' | 'postcode' | 'name'
}

/** @returns null rather than a guess */
export type CommuneResolver = (clues: CommuneClues) => ResolvedCommune | null

/** Which commune of today a record means, for imports of thousands of rows. */
export function communeResolver(
  communes: readonly KnownCommune[],
  formerCommunes: readonly { code: string; searchName: string; communeCode: string }[],
): CommuneResolver {
  const byCode = new Map(communes.map((commune) => [commune.code, commune]))
  const byPostcode = new Map<string, KnownCommune[]>()
  const byName = new Map<string, KnownCommune[]>()
  for (const commune of communes) {
    for (const postcode of commune.postcodes) add(byPostcode, postcode, commune)
    add(byName, commune.searchName, commune)
  }
  const todayOf = new Map<string, KnownCommune>()
  for (const { code, searchName, communeCode } of formerCommunes) {
    const commune = byCode.get(communeCode)
    if (!commune) continue
    todayOf.set(code, commune)
    if (!byName.get(searchName)?.includes(commune)) add(byName, searchName, commune)
  }

  return ({ code, postcode, name }) => {
    const exact = byCode.get(code ?? '')
    if (exact) return { commune: exact, by: 'code' }
    const today = todayOf.get(code ?? '')
    if (today) return { commune: today, by: 'former-code' }
    const wanted = townNameOf(name ?? '')
    const served = byPostcode.get(postcode ?? '') ?? []
    const bearers = byName.get(wanted) ?? []
    if (served.length > 0) {
      const commune = amongServed(served, bearers, wanted)
      return commune && { commune, by: 'postcode' }
    }
    // A special postcode, or none: the name must then be alone to be borne in the département, or in France.
    const departments = postcode ? departmentsOfPostcode(postcode).map((code) => code.replace('%', '')) : []
    const [only, another] = postcode
      ? bearers.filter(({ departmentCode }) => departments.includes(departmentCode))
      : bearers
    return only && !another ? { commune: only, by: 'name' } : null
  }
}

function amongServed(served: readonly KnownCommune[], bearers: readonly KnownCommune[], wanted: string) {
  // "75012 Paris" is the arrondissement.
  const parts = served.filter(
    ({ parentCode }) => parentCode && (wanted === '' || bearers.some(({ code }) => code === parentCode)),
  )
  if (parts.length === 1) return parts[0] ?? null
  const named = served.filter((commune) => bearers.includes(commune))
  if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null
  const alike = served.filter(({ searchName }) => wanted === '' || isAlike(wanted, searchName))
  const whole = alike.filter(({ parentCode }) => parentCode === null)
  return alike.length === 1 ? (alike[0] ?? null) : whole.length === 1 ? (whole[0] ?? null) : null
}

/** A name cut short or lengthened ("Sainte-Maure" for "Sainte-Maure-de-Touraine"), or two slips away at most. */
function isAlike(wanted: string, name: string): boolean {
  if (name.startsWith(`${wanted} `) || wanted.startsWith(`${name} `) || name.endsWith(` ${wanted}`)) return true
  return wanted.length > 4 && typingDistance(wanted, name) <= 2 && Math.abs(wanted.length - name.length) <= 2
}

/** Without what follows a town's name on an envelope: "BLOIS CEDEX 9", "PARIS 12", "LYON 3e arrondissement". */
function townNameOf(name: string): string {
  return searchNameOf(name)
    .replace(/ cedex.*$/, '')
    .replace(/^(paris|lyon|marseille) \d.*$/, '$1')
}

function add<Key>(groups: Map<Key, KnownCommune[]>, key: Key, commune: KnownCommune) {
  const group = groups.get(key)
  if (group) group.push(commune)
  else groups.set(key, [commune])
}
