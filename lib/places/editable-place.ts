import type { Label, Programme } from '@/prisma/client/enums'
import type { EditablePlace } from './snapshot'
import { termOf } from './terms'

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
  takesReferrals: true,
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

const term = { since: true, until: true, note: true } as const

/** The same with the dates of programmes and labels, and of the listing itself: what `storedOf` reads. */
export const wholeSelect = {
  ...editableSelect,
  recordDate: true,
  verifiedAt: true,
  programmeTerms: { select: { programme: true, ...term }, orderBy: { programme: 'asc' } },
  labelTerms: { select: { label: true, ...term }, orderBy: { label: 'asc' } },
} as const

/** A place as `editableSelect` reads it. */
export interface StoredPlace extends EditablePlace {
  id: string
  version: number
  publishedAt: Date | null
  commune: { name: string; departmentCode: string }
  /** When somebody last changed or confirmed it, where it was read whole */
  updatedOn?: Date
}

interface Days {
  since: Date | null
  until: Date | null
  note: string | null
}

export interface WholePlace extends StoredPlace {
  updatedOn: Date
}

interface WholeRow extends Omit<StoredPlace, 'programmeTerms' | 'labelTerms' | 'updatedOn'> {
  recordDate: Date
  verifiedAt: Date | null
  programmeTerms: (Days & { programme: Programme })[]
  labelTerms: (Days & { label: Label })[]
}

/** A place as `wholeSelect` reads it. */
export function storedOf({ recordDate, verifiedAt, ...row }: WholeRow): WholePlace {
  return {
    ...row,
    updatedOn: verifiedAt && verifiedAt > recordDate ? verifiedAt : recordDate,
    programmeTerms: row.programmeTerms.map(({ programme, ...days }) => termOf(programme, days)),
    labelTerms: row.labelTerms.map(({ label, ...days }) => termOf(label, days)),
  }
}

/** What a person may change, without what she may not. */
export function editableOf(stored: StoredPlace): EditablePlace {
  const { id: _id, version: _version, publishedAt: _publishedAt, commune: _commune, updatedOn: _on, ...place } = stored
  return place
}
