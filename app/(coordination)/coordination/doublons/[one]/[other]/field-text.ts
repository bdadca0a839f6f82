import type { MergeField } from '@/lib/duplicates/merge'
import type { StoredPlace } from '@/lib/places/editable-place'
import { fieldWords } from '@/lib/places/field-words'

/** What a place says in a field that is chosen as a whole. */
export function fieldText(place: StoredPlace, field: MergeField): string {
  if (field !== 'address') return fieldWords(field, place[field])
  const { address, addressComplement, postcode, commune, latitude, longitude, precision } = place
  const lines = [
    address,
    addressComplement,
    `${postcode} ${commune.name}`,
    `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`,
  ]
  return [...lines, fieldWords('precision', precision)].filter(Boolean).join(' · ')
}
