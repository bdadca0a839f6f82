import 'server-only'
import { type CurrentUser, mayOnPlace } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { timeZoneOf } from '@/lib/territory/time-zone'
import type { WorkshopInput } from './schema'
import { sessionTimes } from './session-times'

/** More workshops to come than one place holds are a mistake, or a machine. */
const workshopsAtMost = 100

/**
 * Announces a workshop of a place, with its sessions.
 *
 * @throws ForbiddenError outside the user's territory
 * @throws UserError when its first session is over
 */
export async function addWorkshop(user: CurrentUser, input: WorkshopInput, at = new Date()): Promise<void> {
  const { id: placeId, date, starts, ends, count, price, booking, ...workshop } = input
  const departmentCode = await authorise(user, placeId)
  const sessions = sessionTimes({ date, starts, ends, count }, timeZoneOf(departmentCode))
  if (sessions[0] && sessions[0].endsAt <= at) throw new UserError('La première séance est déjà passée.')
  const coming = await db.workshop.count({ where: { placeId, sessions: { some: { endsAt: { gt: at } } } } })
  if (coming >= workshopsAtMost)
    throw new UserError(`Un lieu annonce au plus ${workshopsAtMost} ateliers. Retirez-en un d’abord.`)
  const priceCents = price === undefined ? null : Math.round(price * 100)
  await db.workshop.create({
    data: { ...workshop, placeId, priceCents, bookingUrl: booking, sessions: { create: sessions } },
  })
}

/** Takes a workshop back, with all its sessions. Throws as `addWorkshop` does. */
export async function removeWorkshop(user: CurrentUser, placeId: string, workshopId: string): Promise<void> {
  await authorise(user, placeId)
  const { count } = await db.workshop.deleteMany({ where: { id: workshopId, placeId } })
  if (count === 0) throw new NotFoundError('Cet atelier a déjà été retiré.')
}

async function authorise(user: CurrentUser, id: string): Promise<string> {
  const place = await db.place.findUnique({ where: { id }, select: { commune: { select: { departmentCode: true } } } })
  if (!place) throw new NotFoundError('Ce lieu n’existe pas.')
  const { departmentCode } = place.commune
  if (!mayOnPlace(user, 'edit', { id, departmentCode }))
    throw new ForbiddenError('Ce lieu n’est pas dans votre territoire.')
  return departmentCode
}
