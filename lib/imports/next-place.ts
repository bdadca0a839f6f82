import type { PlaceFields } from '@/lib/open-data/source-place'
import { withGridValues } from '@/lib/places/service-grid'
import type { EditablePlace } from '@/lib/places/snapshot'
import type { Position } from '@/lib/territory/distance'
import type { Precision, Service } from '@/prisma/client/enums'
import type { RecordField } from './comparison'
import type { StoredRecord } from './staged-record'

export type PlacedPosition = Position & { precision: Precision }

/** A place as its source says it, published since open data is public. */
export function newPlace(record: StoredRecord, position: PlacedPosition): EditablePlace {
  const { services, position: _, ...fields } = record
  const said = { ...fields, ...position, takesReferrals: null, status: 'PUBLISHED' as const }
  return withGridValues({ ...said, services: services.map(serviceLine) }, [])
}

/** Fields that say where a place is: when one changes, a position that the source does not give is looked up anew. */
const whereabouts: readonly RecordField[] = ['position', 'address', 'postcode', 'communeCode']

/** Whether what a source changes moves the place, so that its position is looked up anew. */
export function changesPosition(fields: readonly RecordField[], record: StoredRecord): boolean {
  return (
    fields.includes('position') || (record.position === null && fields.some((field) => whereabouts.includes(field)))
  )
}

/** What a change of the source makes of a place, and the fields that a person had corrected and that stay. */
export interface NextPlace {
  place: EditablePlace
  kept: RecordField[]
}

/**
 * A place after a new release: the fields that its source says otherwise than before, and no other.
 * What a person corrected stays, and so does a status.
 *
 * @param corrected columns of `Place` that a person corrected
 * @param position where it now is, when that changed
 */
export function nextPlace(
  place: EditablePlace,
  record: StoredRecord,
  fields: readonly RecordField[],
  corrected: ReadonlySet<string>,
  position: PlacedPosition | null,
): NextPlace {
  const kept = fields.filter((field) => corrected.has(field === 'position' ? 'latitude' : field))
  const taken = fields.filter((field) => !kept.includes(field))
  const changes: Partial<PlaceFields & { postcode: string; communeCode: string }> = {}
  for (const field of taken)
    if (field !== 'position' && field !== 'services') Object.assign(changes, { [field]: record[field] })
  const services = taken.includes('services') ? withServices(place, record.services) : place.services
  const isMoved = !corrected.has('latitude') && changesPosition(taken, record)
  const moved = position !== null && isMoved ? position : {}
  return { place: { ...place, ...changes, ...moved, services }, kept }
}

/** The lines of the grid that a person detailed stay as they are; those that left go, those that came are bare. */
function withServices(place: EditablePlace, services: readonly Service[]): EditablePlace['services'] {
  return services.map((service) => place.services.find((line) => line.service === service) ?? serviceLine(service))
}

function serviceLine(service: Service): EditablePlace['services'][number] {
  return { service, supportModes: [], fees: [], audiences: [], levels: [], bookingUrl: null, note: null }
}
