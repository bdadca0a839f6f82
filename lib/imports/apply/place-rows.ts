import type { EditablePlace } from '@/lib/places/snapshot'

/** The columns of `Place` that an import writes. */
export const placeColumns = [
  'id',
  'status',
  'kind',
  'name',
  'pivot',
  'typologies',
  'address',
  'addressComplement',
  'postcode',
  'communeCode',
  'latitude',
  'longitude',
  'precision',
  'phone',
  'emails',
  'websites',
  'bookingUrl',
  'accessibilityUrl',
  'openingHours',
  'scheduleId',
  'summary',
  'description',
  'itinerancy',
  'parentStructure',
  'audiences',
  'specialCare',
  'fees',
  'programmes',
  'labels',
  'otherLabels',
  'accessModes',
  'takesReferrals',
  'supportModes',
  'collectedBy',
  'recordDate',
] as const

/** A row of `Place` as JSON that PostgreSQL reads back by column. */
export interface PlaceRow extends Omit<EditablePlace, 'services'> {
  id: string
  scheduleId: number | null
  /** `YYYY-MM-DD` */
  recordDate: string
}

/** A place as it will be written, and the département whose clocks its hours follow. */
export interface PlaceToWrite {
  id: string
  place: EditablePlace
  departmentCode: string
  recordDate: string
}

/** A place as a row of `Place`; its services are rows of their own. */
export function placeRow({ id, place, recordDate }: PlaceToWrite, scheduleId: number | null): PlaceRow {
  const { services: _, ...columns } = place
  return { ...columns, id, scheduleId, recordDate }
}

/** The lines of the grid of several places, as rows of `PlaceService`. */
export function serviceRows(places: readonly PlaceToWrite[]) {
  return places.flatMap(({ id, place }) => place.services.map((line) => ({ ...line, placeId: id })))
}
