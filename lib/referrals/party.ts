import type { CurrentUser } from '@/lib/accounts/permissions'
import { organisationsOf } from '@/lib/accounts/territory'
import { env } from '@/lib/env'
import { localDay } from '@/lib/hours/zone-clock'
import { receivedIn } from '@/lib/vouchers/booklet'
import type { Prisma } from '@/prisma/client/client'
import type { ReferralStatus } from '@/prisma/client/enums'
import { linkOfToken } from './link'
import { isOpen } from './state-machine'

/** One of the two sides of a referral, as it came: a helper, an editor of the place, or whoever holds the place's link. */
export type Party =
  | { side: 'HELPER'; user: CurrentUser }
  | { side: 'PLACE'; user: CurrentUser }
  | { side: 'PLACE'; link: string }

/** How long the link of a place still shows a referral that is closed. */
const linkDaysOnceClosed = 30

/** The places for which somebody answers referrals: nobody above them does. */
export function answeredPlacesOf(user: CurrentUser): string[] {
  return user.memberships.flatMap(({ role, placeId }) => (role === 'PLACE_EDITOR' && placeId) || [])
}

/** The referrals that a party may see and act on, as a condition of its query: the whole right of a side. */
export function referralsOf(party: Party, now: Date): Prisma.ReferralWhereInput {
  if (party.side === 'HELPER') return { organisationId: { in: organisationsOf(party.user) } }
  if ('user' in party) return { placeId: { in: answeredPlacesOf(party.user) } }
  const latest = new Date(now.getTime() - linkDaysOnceClosed * 24 * 3600 * 1000)
  return { ...ofLink(party.link), OR: [{ closedAt: null }, { closedAt: { gt: latest } }] }
}

/**
 * The referrals whose booklets a party may see: sessions go on after the end, so a link that is over for all else
 * still opens as much until the last day of a booklet, on whichever clock it lasts longest.
 */
export function bookletReferralsOf(party: Party, now: Date): Prisma.ReferralWhereInput {
  if (!('link' in party)) return referralsOf(party, now)
  const day = new Date(localDay('Etc/GMT+12', now))
  const lasts = { status: { in: [...receivedIn] }, booklets: { some: { expiresOn: { gte: day } } } }
  return { OR: [referralsOf(party, now), { ...ofLink(party.link), ...lasts }] }
}

function ofLink(link: string) {
  const linkId = linkOfToken(env().SECRET, link)
  return { linkId: { in: linkId ? [linkId] : [] }, email: { not: null }, erasedAt: null }
}

/** Whether a side may read who the person is: a place no longer does once it refused or all is over. */
export function mayReadPerson({ side }: Party, status: ReferralStatus): boolean {
  return side === 'HELPER' || (isOpen(status) && status !== 'REFUSED')
}

/** Who acts, where there is somebody to name. */
export const userOf = (party: Party): CurrentUser | null => ('user' in party ? party.user : null)
