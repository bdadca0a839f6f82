import type { Closure } from '@/lib/hours/closure'
import type { Fee, PlaceKind, Service } from '@/prisma/client/enums'

/** A place in a list of results. */
export interface FoundPlace {
  id: string
  name: string
  kind: PlaceKind
  address: string
  addressComplement: string | null
  postcode: string
  communeName: string
  communeCode: string
  departmentCode: string
  latitude: number
  longitude: number
  /** Known to the commune or the postcode only */
  isApproximate: boolean
  /** Metres along the ground, as the crow flies; null without a position to start from */
  distance: number | null
  openingHours: string | null
  closures: Closure[]
  services: Service[]
  fees: Fee[]
  phone: string | null
  /** At the instant asked for, or now; null when the hours are missing, unreadable or uncertain */
  isOpen: boolean | null
  isDemo: boolean
  /** Every value of the filters that it has: see `facets.ts` */
  facets: number[]
}
