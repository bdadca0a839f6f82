import 'server-only'
import { db } from '@/lib/db'
import { foldWords } from '@/lib/needs/fold'
import { takesReferralSql } from '@/lib/referrals/taking-sql'
import type { FoundPlace } from '@/lib/search/found-place'
import { searchPlaces } from '@/lib/search/queries'
import { furthestReach } from '@/lib/search/reach'
import { parseSearch } from '@/lib/search/schema'
import { Prisma } from '@/prisma/client/client'
import type { Service, SupportMode } from '@/prisma/client/enums'

/** Those of some places to which a referral may be sent. */
export async function listTaking(ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "Place" p WHERE p.id = ANY(${[...ids]}) AND ${takesReferralSql}`
  return new Set(rows.map(({ id }) => id))
}

/** Enough to choose from. */
const shown = 6
/** Of those near, not all take referrals. */
const lookedAt = 100

interface Wanted {
  /** Where to look from, and not to send her again */
  place: { id: string; latitude: number; longitude: number }
  services: readonly Service[]
  supportMode: SupportMode | null
}

/**
 * The nearest places that take referrals for one of these services, six at most and within 50 km; those with the
 * support asked for come first.
 */
export async function listOtherPlaces({ place, services, supportMode }: Wanted): Promise<FoundPlace[]> {
  const search = {
    ...parseSearch(new URLSearchParams()).search,
    near: { latitude: place.latitude, longitude: place.longitude },
    radius: furthestReach,
    services: [...services],
    sort: 'DISTANCE' as const,
    limit: lookedAt,
  }
  const takenOf = async (places: readonly FoundPlace[]) => {
    const taking = await listTaking(places.map(({ id }) => id))
    return places.filter(({ id }) => id !== place.id && taking.has(id))
  }
  const [exact, all] = await Promise.all([
    supportMode ? searchPlaces({ ...search, supportModes: [supportMode] }) : { places: [] },
    searchPlaces(search),
  ])
  const found = await takenOf([...exact.places, ...all.places])
  return found.filter(({ id }, index) => found.findIndex((other) => other.id === id) === index).slice(0, shown)
}

/** Places that take referrals, whose name, commune or presentation says all the words; ten at most, by name. */
export async function searchTaking(text: string, otherThan: string) {
  const words = foldWords(text).split(' ').filter(Boolean).slice(0, 8)
  if (words.length === 0) return []
  const said = Prisma.join(
    words.map((word) => Prisma.sql`p."searchText" LIKE ${`%${word}%`}`),
    ' AND ',
  )
  return db.$queryRaw<{ id: string; name: string; address: string; postcode: string; communeName: string }[]>`
    SELECT p.id, p.name, p.address, p.postcode, c.name AS "communeName"
    FROM "Place" p JOIN "Commune" c ON c.code = p."communeCode"
    WHERE ${said} AND p.id <> ${otherThan} AND ${takesReferralSql}
    ORDER BY p."sortName", p.id LIMIT 10`
}
