import { isOpen } from '@/lib/referrals/state-machine'
import type { ReferralStatus } from '@/prisma/client/enums'

/** Whether a seat may be kept for a referral in this state: while somebody may still come of it. */
export const mayBook = (status: ReferralStatus): boolean => isOpen(status) && status !== 'REFUSED'

/** Whether a referral that came to this state leaves its seats to others; one that ended well keeps those of its cycle. */
export const leavesSeats = (status: ReferralStatus): boolean =>
  ['REFUSED', 'REDIRECTED', 'NOT_WANTED', 'CANCELLED', 'EXPIRED'].includes(status)
