import 'server-only'
import { db } from '@/lib/db'

const shown = {
  id: true,
  title: true,
  service: true,
  level: true,
  seats: true,
  priceCents: true,
  takesPass: true,
  bookingUrl: true,
} as const

/** How far ahead sessions are told: a person who plans longer asks the place. */
const horizonDays = 60

/** The sessions of a place that have not ended, over the next 60 days, the soonest first. */
export async function listUpcomingSessions(placeId: string, at: Date) {
  const until = new Date(at.getTime() + horizonDays * 24 * 3600 * 1000)
  return db.workshopSession.findMany({
    where: { workshop: { placeId }, endsAt: { gt: at }, startsAt: { lt: until } },
    select: { id: true, startsAt: true, endsAt: true, workshop: { select: shown } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
}

export type UpcomingSession = Awaited<ReturnType<typeof listUpcomingSessions>>[number]

/** The workshops of a place that have a session to come, each with these sessions, for the back office. */
export async function listWorkshops(placeId: string, at: Date) {
  return db.workshop.findMany({
    where: { placeId, sessions: { some: { endsAt: { gt: at } } } },
    select: {
      ...shown,
      sessions: {
        where: { endsAt: { gt: at } },
        select: { id: true, startsAt: true, endsAt: true },
        orderBy: { startsAt: 'asc' },
      },
    },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
  })
}

export type ListedWorkshop = Awaited<ReturnType<typeof listWorkshops>>[number]
