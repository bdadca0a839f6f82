import type { EditablePlace } from '@/lib/places/snapshot'
import type { LockedPlace } from './apply/mutations'
import type { GroupedRow } from './stage/mutations'
import type { StoredRecord } from './staged-record'
import type { KnownSource } from './units'

/**
 * What stands for an earlier record of a row that a person said to be a place: what the place says
 * wherever the row says something. So the row changes what it says otherwise, and empties nothing.
 */
export function knownOfMatch(
  row: GroupedRow,
  placeId: string,
  { place }: LockedPlace,
  departmentCode: string,
): KnownSource {
  const record = { ...row.record, ...whatPlaceSays(row.record, place) }
  return {
    source: row.source,
    externalId: row.externalId,
    placeId,
    record,
    recordDate: null,
    departmentCode,
    isMatch: true,
  }
}

function whatPlaceSays(record: StoredRecord, place: EditablePlace): Partial<StoredRecord> {
  const { position, services, ...fields } = record
  const said = Object.entries(fields).filter(([, value]) => !isEmpty(value))
  const known: Record<string, unknown> = Object.fromEntries(
    said.map(([field]) => [field, place[field as keyof typeof place]]),
  )
  if (services.length > 0) known.services = place.services.map(({ service }) => service)
  if (position) {
    const isSame = position.latitude === place.latitude && position.longitude === place.longitude
    known.position = isSame ? position : { latitude: place.latitude, longitude: place.longitude, isAtCommune: false }
  }
  return known
}

const isEmpty = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0)
