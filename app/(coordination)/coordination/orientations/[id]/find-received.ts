import { notFound } from 'next/navigation'
import { cache } from 'react'
import { isUuid } from '@/lib/is-uuid'
import { referralFor, type ShownReferral } from '@/lib/referrals/queries'
import { requireUser } from '../../../require-user'

/** The address of a referral, for the place that gets it. */
export const receivedPath = (id: string) => `/coordination/orientations/${id}`

/**
 * The referral of an address, for whoever answers for the place that gets it; to anybody else it does not exist.
 *
 * @param page what follows the address of the referral: `/ailleurs`
 */
export const findReceived = cache(async (params: Promise<{ id: string }>, page = ''): Promise<ShownReferral> => {
  const { id } = await params
  const user = await requireUser(receivedPath(encodeURIComponent(id)) + page)
  const referral = isUuid(id) ? await referralFor({ side: 'PLACE', user }, id) : null
  if (!referral) notFound()
  return referral
})
