import type { PlaceKind, Service } from '@/prisma/client/enums'
import type { Territory } from './address'

/** A territory and how many places are published there. */
export type CountedTerritory = Territory & { count: number }

/** What a territory offers: how many places in all, of each kind, and for each service. */
export interface Offer {
  total: number
  kinds: { kind: PlaceKind; count: number }[]
  services: { service: Service; count: number }[]
}

/** A part of the country where at least one place is published. */
export interface TerritoryPage {
  territory: Territory
  /** From the widest to the nearest */
  above: Territory[]
  offer: Offer
  /** The territories it is made of that have places */
  parts: CountedTerritory[]
  /** Others to look at: the same region's, or the nearest communes with places */
  besides: CountedTerritory[]
}
