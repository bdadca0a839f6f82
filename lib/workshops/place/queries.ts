import 'server-only'
import { type CurrentUser, mayOnPlace } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { ForbiddenError, NotFoundError } from '@/lib/errors'
import { timeZoneOf } from '@/lib/territory/time-zone'

/**
 * Who changes the workshops of a place may edit the place.
 *
 * @returns the zone of the place’s clocks
 * @throws NotFoundError, ForbiddenError
 */
export async function authorise(user: CurrentUser, id: string): Promise<string> {
  const place = await db.place.findUnique({ where: { id }, select: { commune: { select: { departmentCode: true } } } })
  if (!place) throw new NotFoundError('Ce lieu n’existe pas.')
  const { departmentCode } = place.commune
  if (!mayOnPlace(user, 'edit', { id, departmentCode }))
    throw new ForbiddenError('Ce lieu n’est pas dans votre territoire.')
  return timeZoneOf(departmentCode)
}
