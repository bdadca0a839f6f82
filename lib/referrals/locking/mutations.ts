import 'server-only'
import type { Transaction } from '@/lib/db'
import { NotFoundError, UserError } from '@/lib/errors'
import type { Prisma } from '@/prisma/client/client'
import { type Party, referralsOf } from '../party'

/** The referral is no longer as it was shown: nothing was written. */
export class ReferralChangedError extends UserError {
  override name = 'ReferralChangedError'

  /** @param version the one it now has */
  constructor(readonly version: number) {
    super('Cette orientation a changé depuis que vous l’avez ouverte. Relisez-la, puis recommencez.')
  }
}

const select = {
  id: true,
  code: true,
  organisationId: true,
  placeId: true,
  status: true,
  version: true,
  services: true,
  supportMode: true,
  level: true,
  neededBy: true,
  appointmentAt: true,
  appointmentLength: true,
  informedAt: true,
  agreedAt: true,
  createdAt: true,
  place: { select: { commune: { select: { departmentCode: true } } } },
} as const satisfies Prisma.ReferralSelect

/** A referral that this transaction has locked for a party that may act on it. */
export type LockedReferral = Prisma.ReferralGetPayload<{ select: typeof select }>

/**
 * Locks a referral for one of its sides.
 *
 * @param version the one that was shown, where what is done depends on it
 * @param right which referrals a party may do this to
 * @throws NotFoundError, ReferralChangedError
 */
export async function lockReferral(
  tx: Transaction,
  party: Party,
  id: string,
  now: Date,
  version?: number,
  right = referralsOf,
): Promise<LockedReferral> {
  await tx.$queryRaw`SELECT FROM "Referral" WHERE id = ${id}::uuid FOR UPDATE`
  const referral = await tx.referral.findFirst({ where: { AND: [{ id }, right(party, now)] }, select })
  if (!referral) throw new NotFoundError('Cette orientation n’existe pas, ou n’est plus là.')
  if (version !== undefined && referral.version !== version) throw new ReferralChangedError(referral.version)
  return referral
}
