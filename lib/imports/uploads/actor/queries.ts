import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { userWithRights } from '@/lib/accounts/queries'
import { db, type Transaction } from '@/lib/db'
import { ForbiddenError } from '@/lib/errors'
import { mayImport } from '../access'
import type { Claim } from '../progress/mutations'

/**
 * On whose behalf a step is done, with what she may do by now: to be asked again after a long wait.
 *
 * @throws ForbiddenError when she may no longer import
 */
export async function actorOf({ id, state }: Claim, tx: Transaction = db): Promise<CurrentUser> {
  const { userId, actorId } = await tx.importUpload.findUniqueOrThrow({
    where: { id },
    select: { userId: true, actorId: true },
  })
  const current = await userWithRights(state === 'READING' ? userId : actorId, tx)
  if (!current || !mayImport(current)) throw new ForbiddenError('Le compte qui a demandé cet import ne le permet plus.')
  return current
}
