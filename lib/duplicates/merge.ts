import type { PlaceInput } from '@/lib/places/schema'
import { type EditablePlace, same } from '@/lib/places/snapshot'
import type { Term } from '@/lib/places/terms'

/** The columns that go together when one chooses: an address without its position would lie. */
const groups = {
  name: ['name'],
  kind: ['kind'],
  address: ['address', 'addressComplement', 'postcode', 'communeCode', 'latitude', 'longitude', 'precision'],
  phone: ['phone'],
  emails: ['emails'],
  websites: ['websites'],
  bookingUrl: ['bookingUrl'],
  openingHours: ['openingHours'],
  summary: ['summary'],
  description: ['description'],
  pivot: ['pivot'],
  parentStructure: ['parentStructure'],
  collectedBy: ['collectedBy'],
  accessibilityUrl: ['accessibilityUrl'],
  typologies: ['typologies'],
  itinerancy: ['itinerancy'],
  audiences: ['audiences'],
  specialCare: ['specialCare'],
  fees: ['fees'],
  programmes: ['programmes'],
  labels: ['labels'],
  otherLabels: ['otherLabels'],
  accessModes: ['accessModes'],
  takesReferrals: ['takesReferrals'],
  supportModes: ['supportModes'],
} as const satisfies Record<string, readonly Exclude<keyof PlaceInput, 'services'>[]>

/** Something of a place that a person chooses as a whole. */
export type MergeField = keyof typeof groups
export const mergeFields = Object.keys(groups) as [MergeField, ...MergeField[]]

export const sides = ['one', 'other', 'both'] as const
/** `both` unites two lists; of anything else it takes the kept place's. */
export type Side = (typeof sides)[number]

/** What two places say otherwise: the fields to choose. */
export function differingFields(one: EditablePlace, other: EditablePlace): MergeField[] {
  return mergeFields.filter((field) =>
    groups[field].some((column) => !same(comparable(one[column]), comparable(other[column]))),
  )
}

/** Whether both values of a field may be kept together. */
export function isList(one: EditablePlace, field: MergeField): boolean {
  return groups[field].every((column) => Array.isArray(one[column]))
}

/** What a person most often wants: lists united, a missing value filled, else what the kept place says. */
export function likelySide(one: EditablePlace, other: EditablePlace, field: MergeField, kept: 'one' | 'other'): Side {
  const [column] = groups[field]
  const isEmpty = ({ [column]: value }: EditablePlace) =>
    value === null || value === '' || (Array.isArray(value) && value.length === 0)
  if (isEmpty(one) !== isEmpty(other)) return isEmpty(one) ? 'other' : 'one'
  return isList(one, field) ? 'both' : kept
}

/**
 * Two places made one: each field from the side that was chosen, the kept one's where nothing was, and
 * the services of both; of a service that both have, the kept place's line.
 */
export function mergedPlace(
  places: { one: EditablePlace; other: EditablePlace },
  kept: 'one' | 'other',
  from: Partial<Record<MergeField, Side>>,
): EditablePlace {
  const base = places[kept]
  const gone = places[kept === 'one' ? 'other' : 'one']
  const merged: Record<string, unknown> = { ...base }
  for (const field of mergeFields) {
    const side = from[field] ?? kept
    for (const column of groups[field]) {
      merged[column] = side === 'both' ? united(base[column], gone[column]) : places[side][column]
    }
  }
  const known = new Set(base.services.map(({ service }) => service))
  merged.services = [...base.services, ...gone.services.filter(({ service }) => !known.has(service))]
  merged.programmeTerms = unitedTerms(base.programmeTerms, gone.programmeTerms)
  merged.labelTerms = unitedTerms(base.labelTerms, gone.labelTerms)
  return merged as unknown as EditablePlace
}

/** The dates of both, the kept place's where both have some; those of what was not kept are dropped when it is saved. */
function unitedTerms<Held extends Term<string>>(kept: Held[] = [], gone: Held[] = []): Held[] {
  return [...kept, ...gone.filter(({ code }) => !kept.some((term) => term.code === code))]
}

function united(kept: unknown, gone: unknown): unknown {
  if (!Array.isArray(kept) || !Array.isArray(gone)) return kept
  return [...new Set([...kept, ...gone])]
}

/** The order of codes in a list says nothing. */
function comparable<Value>(value: Value): Value {
  return Array.isArray(value) ? ([...value].sort() as Value) : value
}
