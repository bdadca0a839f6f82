import 'server-only'
import type { Transaction } from '@/lib/db'

/** Booklets go with the person: those of a referral that is redirected are those of the one that follows it. */
export async function moveBooklets(tx: Transaction, from: string, to: string): Promise<void> {
  await tx.voucherBooklet.updateMany({ where: { referralId: from }, data: { referralId: to } })
}
