import 'server-only'
import { cache } from 'react'
import { UserError } from '@/lib/errors'
import { getPlaceForEdit } from '@/lib/places/back-office/queries'
import type { WholePlace } from '@/lib/places/editable-place'
import { requireUser } from '../../../require-user'

/** The place, or why it may not be seen; who is not signed in comes back to the page she asked for. */
export const findPlace = cache(async (id: string, page = ''): Promise<WholePlace | UserError> => {
  const user = await requireUser(`/coordination/lieux/${id}${page}`)
  try {
    return await getPlaceForEdit(user, id)
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
})
