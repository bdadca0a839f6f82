import 'server-only'
import { db } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'
import type { Level, Service } from '@/prisma/client/enums'
import { seatsLeft } from './seats-sql'

/** A dated session, as public pages tell it. */
export interface UpcomingSession {
  id: string
  startsAt: Date
  endsAt: Date
  isCancelled: boolean
  /** Of those of its workshop that are held, from 1 */
  rank: number
  count: number
  /** Null when the place did not say how many there are */
  seatsLeft: number | null
  workshop: {
    id: string
    title: string
    service: Service
    level: Level | null
    isCycle: boolean
    seats: number | null
    priceCents: number | null
    takesPass: boolean
    bookingUrl: string | null
  }
}

/** How far ahead sessions are told: a person who plans longer asks the place. */
const horizonDays = 60

/** The sessions of a place that have not ended, over the next 60 days, the soonest first; those called off too. */
export async function listUpcomingSessions(placeId: string, at: Date): Promise<UpcomingSession[]> {
  const until = new Date(at.getTime() + horizonDays * 24 * 3600 * 1000)
  return db.$queryRaw<UpcomingSession[]>`
    SELECT s.id, s."startsAt", s."endsAt", s."cancelledAt" IS NOT NULL AS "isCancelled", s.rank, s.count,
      ${seatsLeft} AS "seatsLeft", ${workshopOf} AS workshop
    FROM "Workshop" w CROSS JOIN LATERAL (
      SELECT x.*, count(*) FILTER (WHERE x."cancelledAt" IS NULL) OVER (ORDER BY x."startsAt", x.id)::int AS rank,
        count(*) FILTER (WHERE x."cancelledAt" IS NULL) OVER ()::int AS count
      FROM "WorkshopSession" x WHERE x."workshopId" = w.id) s
    WHERE w."placeId" = ${placeId} AND w."removedAt" IS NULL AND s."endsAt" > ${at} AND s."startsAt" < ${until}
    ORDER BY s."startsAt", s.id`
}

const workshopOf = Prisma.sql`json_build_object('id', w.id, 'title', w.title, 'service', w.service, 'level', w.level,
  'isCycle', w."isCycle", 'seats', w.seats, 'priceCents', w."priceCents", 'takesPass', w."takesPass",
  'bookingUrl', w."bookingUrl")`

const coming = {
  sessions: {
    select: { id: true, startsAt: true, endsAt: true, cancelledAt: true, version: true },
    orderBy: { startsAt: 'asc' },
  },
} as const

/** The workshops of a place that have a session to come, each with these sessions, for the back office. */
export async function listWorkshops(placeId: string, at: Date) {
  return db.workshop.findMany({
    where: { placeId, removedAt: null, sessions: { some: { endsAt: { gt: at } } } },
    select: {
      id: true,
      title: true,
      isCycle: true,
      sessions: { ...coming.sessions, where: { endsAt: { gt: at } } },
    },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
  })
}

export type ListedWorkshop = Awaited<ReturnType<typeof listWorkshops>>[number]

/** A workshop of a place with all its sessions, for its page in the back office; null when it is not there, or taken back. */
export async function getWorkshop(placeId: string, id: string) {
  return db.workshop.findFirst({
    where: { id, placeId, removedAt: null },
    select: {
      id: true,
      title: true,
      service: true,
      level: true,
      isCycle: true,
      seats: true,
      priceCents: true,
      takesPass: true,
      bookingUrl: true,
      version: true,
      ...coming,
    },
  })
}

export type EditableWorkshop = NonNullable<Awaited<ReturnType<typeof getWorkshop>>>
