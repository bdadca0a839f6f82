import type { PlaceKind } from '@/prisma/client/enums'
import { type NationalPlace, type PlaceForExport, toNational, values } from './national-schema'
import { kinds, programmes, slugOf } from './vocabulary'

/** A place as our API tells it: the national fields, and ours. */
export interface ApiPlace extends NationalPlace {
  /** `fabrique`, `france-services`, `tiers-lieu` or `mediation` */
  type: string
  /** Its page */
  url: string
  /** Metres, as the crow flies; only with a position */
  distance?: number
  /** Null when nobody can tell */
  ouvert: boolean | null
}

interface Found extends PlaceForExport {
  kind: PlaceKind
  isOpen: boolean | null
  distance?: number | null
}

const types = Object.fromEntries(Object.entries(kinds).map(([kind, name]) => [kind, slugOf(name)])) as Record<
  PlaceKind,
  string
>

/** @param publicUrl the address of the site, without a final slash */
export function toApiPlace(place: Found, publicUrl: string): ApiPlace {
  return {
    ...toNational(place),
    // A filter on a programme that the national schema lacks must show why it found the place.
    dispositif_programmes_nationaux: values(programmes, place.programmes),
    type: types[place.kind],
    url: `${publicUrl}/lieux/${place.id}`,
    ...(typeof place.distance === 'number' ? { distance: place.distance } : {}),
    ouvert: place.isOpen,
  }
}
