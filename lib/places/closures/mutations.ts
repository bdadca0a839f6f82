import 'server-only'
import { type CurrentUser, mayOnPlace } from '@/lib/accounts/permissions'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { closureOf } from '@/lib/hours/closure'
import { localDay } from '@/lib/hours/zone-clock'
import { timeZoneOf } from '@/lib/territory/time-zone'
import type { ClosureInput } from './schema'

const closuresAtMost = 50

/**
 * Announces an exceptional closure.
 *
 * @throws ForbiddenError outside the user's territory
 * @throws UserError when it is over, touches another one, or is one too many
 */
export async function addClosure(user: CurrentUser, { id, from, to, reason }: ClosureInput): Promise<void> {
  await changeClosures(user, id, 'place.closure_announced', async (tx, today) => {
    if (to < today) throw new UserError('Cette fermeture est déjà passée.')
    const coming = (await closuresOf(tx, id)).filter((closure) => closure.to >= today)
    if (coming.some((other) => from <= other.to && other.from <= to)) {
      throw new UserError('Une fermeture est déjà annoncée à ces dates. Retirez-la d’abord.')
    }
    if (coming.length >= closuresAtMost) {
      throw new UserError(`Un lieu annonce au plus ${closuresAtMost} fermetures. Retirez-en une d’abord.`)
    }
    await tx.placeClosure.create({ data: { placeId: id, from: new Date(from), to: new Date(to), reason } })
  })
}

/** Takes a closure back. Throws as `addClosure` does, and NotFoundError when it is no longer there. */
export async function removeClosure(user: CurrentUser, id: string, closureId: string): Promise<void> {
  await changeClosures(user, id, 'place.closure_removed', async (tx) => {
    const { count } = await tx.placeClosure.deleteMany({ where: { id: closureId, placeId: id } })
    if (count === 0) throw new NotFoundError('Cette fermeture est déjà retirée.')
  })
}

/** Locks the place, authorises, changes its closures and tells it in the history: all or nothing. */
async function changeClosures(
  user: CurrentUser,
  id: string,
  action: 'place.closure_announced' | 'place.closure_removed',
  change: (tx: Transaction, today: string) => Promise<void>,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Place" WHERE id = ${id} FOR UPDATE`
    const place = await tx.place.findUnique({
      where: { id },
      select: { version: true, name: true, commune: { select: { departmentCode: true } } },
    })
    if (!place) throw new NotFoundError('Ce lieu n’existe pas.')
    const { departmentCode } = place.commune
    if (!mayOnPlace(user, 'edit', { id, departmentCode })) {
      throw new ForbiddenError('Vous ne pouvez pas faire cela dans ce département\u00a0: demandez au hub qui le suit.')
    }
    const before = await closuresOf(tx, id)
    await change(tx, localDay(timeZoneOf(departmentCode), new Date()))
    const version = place.version + 1
    await tx.place.update({ where: { id }, data: { version } })
    await tx.placeRevision.create({
      data: {
        placeId: id,
        version,
        userId: user.id,
        before: { closures: before },
        after: { closures: await closuresOf(tx, id) },
      },
    })
    await audit(tx, { user, action, subject: `place ${id}`, departmentCode, details: { name: place.name } })
  })
}

async function closuresOf(tx: Transaction, placeId: string) {
  const closures = await tx.placeClosure.findMany({
    where: { placeId },
    orderBy: [{ from: 'asc' }, { id: 'asc' }],
    select: { from: true, to: true, reason: true },
  })
  return closures.map(({ reason, ...days }) => ({ ...closureOf(days), reason }))
}
