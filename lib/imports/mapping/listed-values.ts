import type { Reader } from '@/lib/open-data/enumeration'
import * as read from '@/lib/open-data/national-readers'
import {
  accessModes,
  audiences,
  fees,
  itinerancies,
  labels,
  programmes,
  services,
  slugOf,
  specialCare,
  supportModes,
} from '@/lib/open-data/vocabulary'
import { type FieldMapping, type ListedField, listedFields, type TargetField } from './schema'

/** The national values that a field may take, in the schema's order: what a form offers. */
export const listedValues: Readonly<Record<ListedField, readonly string[]>> = {
  itinerance: Object.values(itinerancies),
  services: Object.values(services),
  publics_specifiquement_adresses: Object.values(audiences),
  prise_en_charge_specifique: Object.values(specialCare),
  frais_a_charge: Object.values(fees),
  dispositif_programmes_nationaux: Object.values(programmes),
  formations_labels: Object.values(labels),
  modalites_acces: Object.values(accessModes),
  modalites_accompagnement: Object.values(supportModes),
}

const readers: Readonly<Record<ListedField, Reader<string>>> = {
  itinerance: read.readItinerancy,
  services: read.readService,
  publics_specifiquement_adresses: read.readPublic,
  prise_en_charge_specifique: read.readPublic,
  frais_a_charge: read.readFeeOrProgramme,
  dispositif_programmes_nationaux: read.readProgrammeOrLabel,
  formations_labels: read.readProgrammeOrLabel,
  modalites_acces: read.readAccessMode,
  modalites_accompagnement: read.readSupportMode,
}

/** Whether the values of a field are from a list of the national schema. */
export function isListed(field: TargetField): field is ListedField {
  return (listedFields as readonly string[]).includes(field)
}

/** Whether the national readers understand a value of this field by themselves. */
export function isUnderstood(field: ListedField, value: string): boolean {
  return readers[field](value) !== undefined
}

/** What written values are told apart by in a mapping: without case, accents nor signs. */
export function valueKey(text: string): string {
  return slugOf(text).slice(0, 300)
}

/** What a mapping says that a written value means; undefined when it says nothing of it. */
export function meaningIn(values: FieldMapping['values'], text: string): string[] | undefined {
  const key = valueKey(text)
  // A cell may say "constructor"
  return Object.hasOwn(values, key) ? values[key] : undefined
}

const yes = /^(oui|o|yes|y|x|1|1\.0|vrai|true|ok|v|✓|✔|☑|✅)$/i
const no = /^(non|n|no|0|0\.0|faux|false|-|✗|✘|☐|❌|aucune?)$/i

/** Whether a cell of a grid says yes; null when it is neither a yes nor a no. */
export function yesOrNo(text: string): boolean | null {
  const word = text.trim()
  if (yes.test(word)) return true
  return no.test(word) || word === '' ? false : null
}
