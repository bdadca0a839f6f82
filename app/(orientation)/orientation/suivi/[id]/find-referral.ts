import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireUser } from '@/app/(coordination)/require-user'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { isUuid } from '@/lib/is-uuid'
import { referralFor, type ShownReferral } from '@/lib/referrals/queries'

/** The address of a referral, for the side that sent it. */
export const referralPath = (id: string) => `/orientation/suivi/${id}`

/**
 * The referral of an address, for whoever helps in the organisation that sent it; to anybody else it does not exist.
 *
 * @param page what follows the address of the referral: `/envoyee`
 */
export const findReferral = cache(
  async (params: Promise<{ id: string }>, page = ''): Promise<{ user: CurrentUser; referral: ShownReferral }> => {
    const { id } = await params
    const user = await requireUser(referralPath(encodeURIComponent(id)) + page)
    const referral = isUuid(id) ? await referralFor({ side: 'HELPER', user }, id) : null
    if (!referral) notFound()
    return { user, referral }
  },
)
