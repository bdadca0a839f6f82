import 'server-only'
import { db } from '@/lib/db'
import { localDay } from '@/lib/hours/zone-clock'
import { bookletReferralsOf, type Party } from '@/lib/referrals/party'
import { isOpen } from '@/lib/referrals/state-machine'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { isExpired, mayHaveSessions } from './booklet'

/**
 * The booklets given with a referral, as one of its sides sees them.
 *
 * @returns null for who is neither of its sides
 */
export async function bookletsFor(party: Party, id: string, now = new Date()) {
  const referral = await db.referral.findFirst({
    where: { AND: [{ id }, bookletReferralsOf(party, now)] },
    select: {
      status: true,
      place: { select: { programmes: true, commune: { select: { departmentCode: true } } } },
      booklets: {
        select: { id: true, vouchers: true, used: true, givenOn: true, expiresOn: true },
        orderBy: [{ givenOn: 'asc' }, { id: 'asc' }],
      },
    },
  })
  if (!referral) return null
  const { status, place, booklets } = referral
  const today = localDay(timeZoneOf(place.commune.departmentCode), now)
  const takesPass = place.programmes.includes('PASS_NUMERIQUE')
  return {
    today,
    mayGive: party.side === 'HELPER' && takesPass && isOpen(status),
    mayNote: party.side === 'PLACE' && mayHaveSessions(status),
    booklets: booklets.map((booklet) => ({ ...booklet, isExpired: isExpired(booklet, today) })),
  }
}

/**
 * What the link of a place still opens once the referral itself is closed to it: its booklets, and nothing else.
 *
 * @returns null when no booklet is good any more
 */
export function bookletReferralOfLink(link: string, now = new Date()) {
  return db.referral.findFirst({
    where: bookletReferralsOf({ side: 'PLACE', link }, now),
    select: { id: true, code: true, place: { select: { name: true } }, organisation: { select: { name: true } } },
  })
}
