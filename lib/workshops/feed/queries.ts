import 'server-only'
import { db } from '@/lib/db'
import { getPublishedPlace } from '@/lib/places/queries'
import { getCommune } from '@/lib/territory/queries'
import { Prisma } from '@/prisma/client/client'
import type { Level } from '@/prisma/client/enums'

/** A session as calendars are told of it. */
export interface FeedSession {
  id: string
  startsAt: Date
  endsAt: Date
  isCancelled: boolean
  /** Rises with each change of the session or of its workshop */
  sequence: number
  changedAt: Date
  title: string
  level: Level | null
  isCycle: boolean
  priceCents: number | null
  takesPass: boolean
  placeId: string
  placeName: string
  address: string
}

export interface Feed {
  name: string
  sessions: FeedSession[]
}

/** Calendars forget nothing by themselves: what is further back is theirs to keep. */
const daysBack = 30
const daysAhead = 366
const sessionsAtMost = 2000

/** The sessions of a place, those called off too; null when it is not published. */
export async function getPlaceFeed(placeId: string, at: Date): Promise<Feed | null> {
  const place = await getPublishedPlace(placeId)
  if (!place) return null
  const sessions = await listSessions(Prisma.sql`p.id = ${placeId}`, at)
  return { name: `Ateliers · ${place.name}`, sessions }
}

/** Those of every place of a commune, and of its arrondissements; null when it does not exist. */
export async function getCommuneFeed(code: string, at: Date): Promise<Feed | null> {
  const commune = await getCommune(code)
  if (!commune) return null
  const sessions = await listSessions(Prisma.sql`(c.code = ${code} OR c."parentCode" = ${code})`, at)
  return { name: `Ateliers · ${commune.name}`, sessions }
}

function listSessions(where: Prisma.Sql, at: Date): Promise<FeedSession[]> {
  return db.$queryRaw<FeedSession[]>`
    SELECT s.id, s."startsAt", s."endsAt", s."cancelledAt" IS NOT NULL AS "isCancelled",
      s.version + w.version - 2 AS sequence, greatest(s."updatedAt", w."updatedAt", p."updatedAt") AS "changedAt",
      w.title, w.level, w."isCycle", w."priceCents", w."takesPass", p.id AS "placeId", p.name AS "placeName",
      concat_ws(', ', p.address, concat_ws(' ', p.postcode, c.name)) AS address
    FROM "WorkshopSession" s JOIN "Workshop" w ON w.id = s."workshopId"
    JOIN "Place" p ON p.id = w."placeId" AND p.status = 'PUBLISHED' JOIN "Commune" c ON c.code = p."communeCode"
    WHERE ${where} AND s."startsAt" BETWEEN ${at}::timestamptz - ${daysBack} * interval '1 day'
      AND ${at}::timestamptz + ${daysAhead} * interval '1 day'
    ORDER BY s."startsAt", s.id LIMIT ${sessionsAtMost}`
}
