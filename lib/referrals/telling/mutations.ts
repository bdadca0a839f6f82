import 'server-only'
import type { Transaction } from '@/lib/db'
import type { ReferralAction, ReferralSide } from '@/prisma/client/enums'

/** Something that one side did to a referral. */
export interface Happened {
  referralId: string
  action: ReferralAction
  /** Who did it: the other side is told */
  side: ReferralSide
  at: Date
}

/** Tells the other side, in the transaction of what happened. */
export async function tellOtherSide(_tx: Transaction, _happened: Happened): Promise<void> {}
