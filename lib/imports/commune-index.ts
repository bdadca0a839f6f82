import { searchNameOf } from '@/lib/territory/search-name'
import type { Precision } from '@/prisma/client/enums'

/** What an import needs to know of a commune. */
export interface KnownCommune {
  code: string
  name: string
  searchName: string
  postcodes: string[]
  latitude: number | null
  longitude: number | null
  precision: Precision | null
  departmentCode: string
  /** Of an arrondissement: its city */
  parentCode: string | null
}

/** A commune of the past, and the one it belongs to today. */
export interface MergedCommune {
  code: string
  searchName: string
  communeCode: string
}

/** The communes by code, by postcode and by name, those that merged included. */
export class CommuneIndex {
  private readonly byCode = new Map<string, KnownCommune>()
  private readonly byPostcode = new Map<string, KnownCommune[]>()
  private readonly byName = new Map<string, KnownCommune[]>()
  private readonly arrondissements = new Map<string, KnownCommune[]>()
  private readonly mergedByCode = new Map<string, MergedCommune>()

  constructor(communes: readonly KnownCommune[], merged: readonly MergedCommune[]) {
    for (const commune of communes) {
      this.byCode.set(commune.code, commune)
      add(this.byName, nameKey(commune.searchName), commune)
      for (const postcode of commune.postcodes) add(this.byPostcode, postcode, commune)
      if (commune.parentCode !== null) add(this.arrondissements, commune.parentCode, commune)
    }
    for (const former of merged) {
      // A code that a commune of today still bears is that commune's
      if (!this.byCode.has(former.code)) this.mergedByCode.set(former.code, former)
      const commune = this.byCode.get(former.communeCode)
      if (commune) add(this.byName, nameKey(former.searchName), commune)
    }
  }

  /** The commune of an INSEE code, today's or a former one. */
  ofCode(code: string): KnownCommune | undefined {
    return this.byCode.get(code) ?? this.byCode.get(this.mergedByCode.get(code)?.communeCode ?? '')
  }

  ofPostcode(postcode: string): readonly KnownCommune[] {
    return this.byPostcode.get(postcode) ?? []
  }

  /** Communes of that name, by its `keyOf`; merged ones answer today's. */
  named(key: string): readonly KnownCommune[] {
    return this.byName.get(key) ?? []
  }

  arrondissementsOf(code: string): readonly KnownCommune[] {
    return this.arrondissements.get(code) ?? []
  }
}

/** What names are one by, whatever their article, accents and hyphens. */
export function keyOf(name: string): string {
  return nameKey(searchNameOf(name))
}

/** The name without the article that files forget: "LE TAMPON", "Tampon". */
export function nameKey(searchName: string): string {
  return searchName.replace(/^(?:le|la|les|l) (?=.)/, '')
}

function add(map: Map<string, KnownCommune[]>, key: string, commune: KnownCommune): void {
  const list = map.get(key)
  if (!list) map.set(key, [commune])
  else if (!list.includes(commune)) list.push(commune)
}
