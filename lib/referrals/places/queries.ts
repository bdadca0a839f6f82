import 'server-only'
import { db } from '@/lib/db'
import { foldWords } from '@/lib/needs/fold'
import { listDepartmentsToAsk } from '@/lib/organisations/agreements/queries'
import { takesReferralSql } from '@/lib/referrals/taking-sql'
import type { FoundPlace } from '@/lib/search/found-place'
import { searchPlaces } from '@/lib/search/queries'
import { furthestReach } from '@/lib/search/reach'
import { parseSearch } from '@/lib/search/schema'
import { Prisma } from '@/prisma/client/client'
import type { Service, SupportMode } from '@/prisma/client/enums'
import { chainOf } from '../queries'
import { opensSoon } from './next-opening'

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
  /** The referral that looks for another place */
  id: string
  /** Where to look from */
  place: { latitude: number; longitude: number }
  services: readonly Service[]
  supportMode: SupportMode | null
  /** The organisation that would send, where it is the one to choose: a hub may have to know it first */
  sender?: string
}

/**
 * The nearest places that take referrals for one of these services, six at most and within 50 km; those with the
 * support asked for come first. Neither those that the person was sent to already, nor those closed for long, nor
 * those where the sender first needs the yes of a hub.
 */
export async function listOtherPlaces({ id, sender, ...wanted }: Wanted, now = new Date()): Promise<FoundPlace[]> {
  const [found, tried] = await Promise.all([nearestTaking(wanted), listTried(id)])
  const departments = found.map(({ departmentCode }) => departmentCode)
  const toAsk = sender ? await listDepartmentsToAsk(sender, departments) : new Set()
  return found
    .filter((place) => !tried.has(place.id) && !toAsk.has(place.departmentCode) && opensSoon(place, now))
    .slice(0, shown)
}

/** Where this referral and those that it is linked to went. */
async function listTried(id: string): Promise<ReadonlySet<string>> {
  const tried = await db.referral.findMany({ where: { id: { in: await chainOf(id) } }, select: { placeId: true } })
  return new Set(tried.map(({ placeId }) => placeId))
}

async function nearestTaking({ place, services, supportMode }: Omit<Wanted, 'id' | 'sender'>): Promise<FoundPlace[]> {
  const search = {
    ...parseSearch(new URLSearchParams()).search,
    near: { latitude: place.latitude, longitude: place.longitude },
    radius: furthestReach,
    services: [...services],
    sort: 'DISTANCE' as const,
    limit: lookedAt,
  }
  const [exact, all] = await Promise.all([
    supportMode ? searchPlaces({ ...search, supportModes: [supportMode] }) : { places: [] },
    searchPlaces(search),
  ])
  const found = new Map([...exact.places, ...all.places].map((each) => [each.id, each]))
  const taking = await listTaking([...found.keys()])
  return [...found.values()].filter((each) => taking.has(each.id))
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
