import { notFound } from 'next/navigation'
import { cache } from 'react'
import { referralFor, type ShownReferral } from '@/lib/referrals/queries'
import { requireUser } from '../../../require-user'

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

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
  const referral = uuid.test(id) ? await referralFor({ side: 'PLACE', user }, id) : null
  if (!referral) notFound()
  return referral
})
