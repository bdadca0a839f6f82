import { splitList } from './list'
import type { Note, Reading } from './reading'
import { slugOf } from './vocabulary'

/** The types of structure that files spell out, by slug, and their code in data.inclusion's vocabulary. */
const spelt: Readonly<Record<string, string | undefined>> = {
  association: 'ASSO',
  bibliotheque: 'BIB',
  mediatheque: 'BIB',
  commune: 'MUNI',
  mairie: 'MUNI',
  'centre-social': 'CS',
  departement: 'DEPT',
  'france-services': 'RFS',
  'mission-locale': 'ML',
  'tiers-lieu': 'TIERS_LIEUX',
  'tiers-lieux': 'TIERS_LIEUX',
}

/** Reads codes of types of structure (`ASSO`, `TIERS_LIEUX`…), whatever their case. Codes we have never met are kept. */
export function readTypologies(written: string | readonly string[]): Reading<string[]> {
  const notes: Note[] = []
  const codes = new Set<string>()
  for (const item of splitList(written)) {
    const code = spelt[slugOf(item)] ?? item.toUpperCase().replace(/[\s-]+/g, '_')
    if (/^[A-Z][A-Z0-9_]{1,19}$/.test(code)) codes.add(code === 'AUTRE' ? 'Autre' : code)
    else notes.push({ kind: 'dropped', value: item, reason: 'Type de structure inconnu, non repris' })
  }
  return { value: [...codes], notes }
}
