import type { EditablePlace } from './snapshot'

/** The columns of everything that a person may change, and what permissions need. */
export const editableSelect = {
  id: true,
  version: true,
  publishedAt: true,
  status: true,
  kind: true,
  name: true,
  pivot: true,
  typologies: true,
  parentStructure: true,
  collectedBy: true,
  itinerancy: true,
  address: true,
  addressComplement: true,
  postcode: true,
  communeCode: true,
  latitude: true,
  longitude: true,
  precision: true,
  phone: true,
  emails: true,
  websites: true,
  bookingUrl: true,
  accessibilityUrl: true,
  openingHours: true,
  summary: true,
  description: true,
  audiences: true,
  specialCare: true,
  fees: true,
  programmes: true,
  labels: true,
  otherLabels: true,
  accessModes: true,
  supportModes: true,
  services: {
    select: {
      service: true,
      supportModes: true,
      fees: true,
      audiences: true,
      levels: true,
      bookingUrl: true,
      note: true,
    },
    orderBy: { service: 'asc' },
  },
  commune: { select: { name: true, departmentCode: true } },
} as const

/** A place as `editableSelect` reads it. */
export interface StoredPlace extends EditablePlace {
  id: string
  version: number
  publishedAt: Date | null
  commune: { name: string; departmentCode: string }
}

/** What a person may change, without what she may not. */
export function editableOf(stored: StoredPlace): EditablePlace {
  const { id: _id, version: _version, publishedAt: _publishedAt, commune: _commune, ...place } = stored
  return place
}
