import 'server-only'
import { tell } from '@/lib/accounts/second-factor/mutations'
import { db } from '@/lib/db'
import { type Identity, ProConnectError } from './provider'

const providerId = 'proconnect'

/**
 * The account that an identity opens: the one it was linked to, or the one of its verified e-mail, which is linked to
 * it now. An account is never made here, nor a right given.
 *
 * @throws ProConnectError when there is none
 */
export function accountOf({ sub, email, isEmailVerified }: Identity): Promise<string> {
  return db.$transaction(async (tx) => {
    const linked = await tx.account.findUnique({
      where: { providerId_accountId: { providerId, accountId: sub } },
      select: { userId: true },
    })
    if (linked) return linked.userId
    if (!isEmailVerified) throw new ProConnectError('unverified')
    const user = await tx.user.findUnique({ where: { email }, select: { id: true, email: true } })
    if (!user) throw new ProConnectError('unknown')
    const { count } = await tx.account.createMany({
      data: { providerId, accountId: sub, userId: user.id },
      skipDuplicates: true,
    })
    if (count > 0) await tell(tx, user, user, 'account.proconnect_linked', 'PROCONNECT_LINKED')
    return user.id
  })
}
