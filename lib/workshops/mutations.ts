import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import type { AuditAction } from '@/lib/audit/actions'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { NotFoundError, UserError } from '@/lib/errors'
import { Prisma } from '@/prisma/client/client'
import { cycleLength } from './cycle'
import { linesOf, lockPlaceOf, tellHistory } from './history/mutations'
import { authorise } from './place/queries'
import type {
  OtherSeats,
  SessionAddition,
  SessionCancellation,
  SessionMove,
  WorkshopEdit,
  WorkshopInput,
} from './schema'
import { cancelSeats, fillSeats, tellMoved } from './seats/keeping/mutations'
import { sessionTime, sessionTimes } from './session-times'

/** More workshops to come than one place holds are a mistake, or a machine. */
const workshopsAtMost = 100
/** A session for itself is added to others without end; a year of two a week is enough. */
const comingSessionsAtMost = 104

/**
 * Announces a workshop of a place, with its sessions.
 *
 * @throws ForbiddenError outside the user's territory
 * @throws UserError when its first session is over
 */
export async function addWorkshop(user: CurrentUser, input: WorkshopInput, at = new Date()): Promise<void> {
  const { id: placeId, date, starts, ends, count, every, isCycle, ...about } = input
  const timeZone = await authorise(user, placeId)
  const sessions = sessionTimes({ date, starts, ends, count, every }, timeZone)
  if (sessions[0] && sessions[0].endsAt <= at) throw new UserError('La première séance est déjà passée.')
  const coming = await db.workshop.count({
    where: { placeId, removedAt: null, sessions: { some: { endsAt: { gt: at } } } },
  })
  if (coming >= workshopsAtMost)
    throw new UserError(`Un lieu annonce au plus ${workshopsAtMost} ateliers. Retirez-en un d’abord.`)
  await db.$transaction(async (tx) => {
    await lockPlaceOf(tx, placeId)
    const { id } = await tx.workshop.create({
      data: { ...rowOf(about), placeId, isCycle, sessions: { create: sessions } },
      select: { id: true },
    })
    await trace(tx, user, 'workshop.announced', id)
    const after = await linesOf(tx, id, timeZone, at)
    await tellHistory(tx, { userId: user.id, placeId, before: [], after })
  })
}

/**
 * Puts right what is said of a workshop. Throws as `addWorkshop` does.
 *
 * @throws UserError when somebody else changed it meanwhile, or more people have a seat than there would be
 */
export async function editWorkshop(user: CurrentUser, input: WorkshopEdit, at = new Date()): Promise<void> {
  const { id, workshopId, version, ...about } = input
  await changeWorkshop(user, id, workshopId, at, async (tx, workshop) => {
    if (workshop.version !== version) throw changedMeanwhile()
    await tx.workshop.update({ where: { id: workshopId }, data: { ...rowOf(about), version: version + 1 } })
    const most = await mostTaken(tx, workshopId, at)
    if (about.seats !== undefined && about.seats < most)
      throw new UserError(`${most} places sont déjà prises\u00a0: il en faut au moins autant.`)
    await fillSeats(tx, workshopId, at)
  })
}

/** Takes a workshop back, with its sessions to come: calendars and helpers who had seats are told. Throws as `addWorkshop` does. */
export async function removeWorkshop(
  user: CurrentUser,
  placeId: string,
  workshopId: string,
  at = new Date(),
): Promise<void> {
  await changeWorkshop(
    user,
    placeId,
    workshopId,
    at,
    async (tx) => {
      await cancelSeats(tx, { workshopId }, at)
      await tx.workshopSession.updateMany({
        where: { workshopId, startsAt: { gt: at }, cancelledAt: null },
        data: { cancelledAt: at, version: { increment: 1 } },
      })
      await tx.workshop.update({ where: { id: workshopId }, data: { removedAt: at, version: { increment: 1 } } })
    },
    'workshop.removed',
  )
}

/** Adds a session to a workshop. Throws as `addWorkshop` does. */
export async function addSession(user: CurrentUser, input: SessionAddition, at = new Date()): Promise<void> {
  const { id, workshopId, ...request } = input
  await changeWorkshop(user, id, workshopId, at, async (tx, { isCycle }, timeZone) => {
    const times = sessionTime(request, timeZone)
    if (times.endsAt <= at) throw new UserError('Cette séance est déjà passée.')
    const held = { workshopId, cancelledAt: null }
    const count = await tx.workshopSession.count({ where: isCycle ? held : { ...held, endsAt: { gt: at } } })
    const atMost = isCycle ? cycleLength.most : comingSessionsAtMost
    if (count >= atMost) throw new UserError(`${isCycle ? 'Un cycle' : 'Un atelier'} compte au plus ${atMost} séances.`)
    await tx.workshopSession.create({ data: { workshopId, ...times } })
  })
}

/**
 * Holds a session at another time: calendars and helpers who had seats are told. Throws as `addWorkshop` does.
 *
 * @throws UserError when it is over, cancelled, or was changed meanwhile
 */
export async function moveSession(user: CurrentUser, input: SessionMove, at = new Date()): Promise<void> {
  const { id, workshopId, sessionId, version, ...request } = input
  await changeWorkshop(user, id, workshopId, at, async (tx, _, timeZone) => {
    const times = sessionTime(request, timeZone)
    if (times.endsAt <= at) throw new UserError('Ce jour est déjà passé.')
    await changeSession(tx, { workshopId, sessionId, version }, times, at)
    await tellMoved(tx, { workshopId, sessionId, version: version + 1 })
  })
}

/** Calls a session off; it stays shown as such. Throws as `moveSession` does. */
export async function cancelSession(user: CurrentUser, input: SessionCancellation, at = new Date()): Promise<void> {
  const { id, workshopId, sessionId, version } = input
  await changeWorkshop(user, id, workshopId, at, async (tx, { isCycle }) => {
    await changeSession(tx, { workshopId, sessionId, version }, { cancelledAt: at }, at)
    // Who has a seat in a cycle keeps it for the other sessions, but must know.
    if (isCycle) await tellMoved(tx, { workshopId, sessionId, version: version + 1 })
    else await cancelSeats(tx, { workshopId, sessionId }, at)
  })
}

/**
 * Says how many seats of a session, or of its cycle, are taken otherwise than through referrals. Throws as `addWorkshop` does.
 *
 * @throws UserError when fewer are left, or somebody else said so meanwhile
 */
export async function saveOtherSeats(user: CurrentUser, input: OtherSeats, at = new Date()): Promise<void> {
  const { id, workshopId, sessionId, otherSeats, shownOtherSeats } = input
  await changeWorkshop(user, id, workshopId, at, async (tx, { isCycle }) => {
    const session = await tx.workshopSession.findFirst({
      where: { id: sessionId, workshopId },
      select: { otherSeats: true, workshop: { select: { otherSeats: true } } },
    })
    if (!session) throw new NotFoundError('Cette séance n’existe pas.')
    const stored = isCycle ? session.workshop.otherSeats : session.otherSeats
    if (stored !== shownOtherSeats && stored !== otherSeats) throw changedMeanwhile()
    if (isCycle) await tx.workshop.update({ where: { id: workshopId }, data: { otherSeats } })
    else await tx.workshopSession.update({ where: { id: sessionId }, data: { otherSeats } })
    const [short] = await tx.$queryRaw<{ most: number }[]>`
      SELECT (w.seats - count(k.id))::int AS most FROM "Workshop" w LEFT JOIN "WorkshopSeat" k
        ON k."workshopId" = w.id AND k.status = 'BOOKED' AND (w."isCycle" OR k."sessionId" = ${sessionId}::uuid)
      WHERE w.id = ${workshopId}::uuid GROUP BY w.id HAVING w.seats - count(k.id) < ${otherSeats}`
    if (short) throw new UserError(`Au plus ${short.most}\u00a0: les autres places sont retenues par des orientations.`)
    await fillSeats(tx, workshopId, at)
  })
}

async function changeSession(
  tx: Transaction,
  { workshopId, sessionId, version }: { workshopId: string; sessionId: string; version: number },
  change: { startsAt: Date; endsAt: Date } | { cancelledAt: Date },
  at: Date,
): Promise<void> {
  const session = await tx.workshopSession.findFirst({ where: { id: sessionId, workshopId } })
  if (!session) throw new NotFoundError('Cette séance n’existe pas.')
  if (session.cancelledAt) throw new UserError('Cette séance est annulée.')
  if (session.endsAt <= at) throw new UserError('Cette séance est passée.')
  if (session.version !== version) throw changedMeanwhile()
  await tx.workshopSession.update({ where: { id: sessionId }, data: { ...change, version: version + 1 } })
}

const changedMeanwhile = () =>
  new UserError('Quelqu’un d’autre a modifié cet atelier entre-temps. Rechargez la page, puis recommencez.')

/** Locks a workshop of a place, changes it, and tells it in the history of the place: all or nothing. */
async function changeWorkshop(
  user: CurrentUser,
  placeId: string,
  workshopId: string,
  at: Date,
  change: (tx: Transaction, workshop: { version: number; isCycle: boolean }, timeZone: string) => Promise<void>,
  action: AuditAction = 'workshop.changed',
): Promise<void> {
  const timeZone = await authorise(user, placeId)
  await db.$transaction(async (tx) => {
    await lockPlaceOf(tx, placeId)
    const [workshop] = await tx.$queryRaw<{ version: number; isCycle: boolean }[]>`
      SELECT version, "isCycle" FROM "Workshop"
      WHERE id = ${workshopId}::uuid AND "placeId" = ${placeId} AND "removedAt" IS NULL FOR NO KEY UPDATE`
    if (!workshop) throw new NotFoundError('Cet atelier a déjà été retiré.')
    const before = await linesOf(tx, workshopId, timeZone, at)
    await change(tx, workshop, timeZone)
    await trace(tx, user, action, workshopId)
    const after = await linesOf(tx, workshopId, timeZone, at)
    await tellHistory(tx, { userId: user.id, placeId, before, after })
  })
}

async function trace(tx: Transaction, user: CurrentUser, action: AuditAction, id: string): Promise<void> {
  const { title, placeId, place } = await tx.workshop.findUniqueOrThrow({
    where: { id },
    select: { title: true, placeId: true, place: { select: { commune: { select: { departmentCode: true } } } } },
  })
  const { departmentCode } = place.commune
  await audit(tx, { user, action, subject: `workshop ${id}`, departmentCode, details: { title, places: [placeId] } })
}

/** The seats that are taken in the fullest of its sessions to come, or in the cycle. */
async function mostTaken(tx: Transaction, workshopId: string, at: Date): Promise<number> {
  const [row] = await tx.$queryRaw<{ most: number }[]>(Prisma.sql`
    SELECT coalesce(max(taken), 0)::int AS most FROM (
      SELECT w."otherSeats" + (SELECT count(*) FROM "WorkshopSeat" k WHERE k."workshopId" = w.id AND k.status = 'BOOKED')
      FROM "Workshop" w WHERE w.id = ${workshopId}::uuid AND w."isCycle"
      UNION ALL
      SELECT s."otherSeats" + (SELECT count(*) FROM "WorkshopSeat" k WHERE k."sessionId" = s.id AND k.status = 'BOOKED')
      FROM "WorkshopSession" s
      WHERE s."workshopId" = ${workshopId}::uuid AND s."cancelledAt" IS NULL AND s."endsAt" > ${at}) x (taken)`)
  return row?.most ?? 0
}

function rowOf({ price, booking, seats, level, ...about }: Omit<WorkshopEdit, 'id' | 'workshopId' | 'version'>) {
  return {
    ...about,
    seats: seats ?? null,
    level: level ?? null,
    priceCents: price === undefined ? null : Math.round(price * 100),
    bookingUrl: booking,
  }
}
