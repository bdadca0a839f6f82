import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db, type Transaction } from '@/lib/db'
import { NotFoundError, UserError } from '@/lib/errors'
import type { ViewRequest } from './schema'

const limit = 50

/**
 * Keeps, renames or removes a view of one's own; whose it is is the only right it takes.
 *
 * @throws UserError when another has the name, or when there are too many
 * @throws NotFoundError when it is somebody else's
 */
export async function changeView(user: CurrentUser, request: ViewRequest): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${user.id} FOR UPDATE`
    if (request.intent === 'keep') await keep(tx, user, request)
    else {
      const where = { id: request.id, userId: user.id }
      if (request.intent === 'rename') await refuseTwice(tx, user, request.name, request.id)
      const { count } =
        request.intent === 'rename'
          ? await tx.savedView.updateMany({ where, data: { name: request.name } })
          : await tx.savedView.deleteMany({ where })
      if (count === 0) throw new NotFoundError('Cette vue n’existe plus.')
    }
  })
}

async function keep(tx: Transaction, user: CurrentUser, { name, query }: Extract<ViewRequest, { intent: 'keep' }>) {
  await refuseTwice(tx, user, name)
  if ((await tx.savedView.count({ where: { userId: user.id } })) >= limit)
    throw new UserError(`Vous avez déjà ${limit} vues\u00a0: retirez-en une.`)
  await tx.savedView.create({ data: { userId: user.id, name, query } })
}

async function refuseTwice(tx: Transaction, user: CurrentUser, name: string, except = '') {
  const others = await tx.savedView.findMany({ where: { userId: user.id, name }, select: { id: true } })
  if (others.some(({ id }) => id !== except)) throw new UserError(`Vous avez déjà une vue qui s’appelle « ${name} ».`)
}
