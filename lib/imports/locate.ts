import { geocode, isGeocoderDown } from '@/lib/geocoding/geocoder'
import type { CommuneIndex } from './commune-index'
import type { PlacedPosition } from './next-place'
import type { StoredRecord } from './staged-record'

/** A record, and where its address has been found already. */
export interface ToLocate {
  record: StoredRecord
  located?: PlacedPosition | null
}

/** Addresses asked for at once: the service takes 50 a second. */
const atOnce = 8

/**
 * Where places are: as their source says, else by their address, else in the middle of their
 * commune. Null where none of these is known.
 */
export async function locateAll(rows: readonly ToLocate[], communes: CommuneIndex): Promise<(PlacedPosition | null)[]> {
  const located = rows.map((row) => given(row.record) ?? row.located ?? null)
  const missing = rows.flatMap(({ record }, index) => (located[index] === null ? [{ record, index }] : []))
  for (let start = 0; start < missing.length; start += atOnce) {
    const found = missing.slice(start, start + atOnce).map(async ({ record, index }) => {
      located[index] = (await byAddress(record, communes)) ?? byCommune(record, communes)
    })
    await Promise.all(found)
  }
  return located
}

/** Where a record says that its place is; null when it does not. */
export function given({ position }: Pick<StoredRecord, 'position'>): PlacedPosition | null {
  if (!position) return null
  const { latitude, longitude, isAtCommune } = position
  return { latitude, longitude, precision: isAtCommune ? 'COMMUNE' : 'ADDRESS' }
}

async function byAddress(
  { address, postcode, communeCode }: StoredRecord,
  communes: CommuneIndex,
): Promise<PlacedPosition | null> {
  if (address === '' || isGeocoderDown()) return null
  return geocode({ address, postcode, commune: communes.ofCode(communeCode)?.name ?? null, communeCode })
}

function byCommune({ communeCode }: StoredRecord, communes: CommuneIndex): PlacedPosition | null {
  const commune = communes.ofCode(communeCode)
  if (!commune || commune.latitude === null || commune.longitude === null) return null
  const precision = commune.precision === 'POSTCODE' ? 'POSTCODE' : 'COMMUNE'
  return { latitude: commune.latitude, longitude: commune.longitude, precision }
}
