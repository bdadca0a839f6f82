'use server'

import { redirect } from 'next/navigation'
import { requestAddress } from '@/lib/auth'
import { NotFoundError } from '@/lib/errors'
import { publicFormAction } from '@/lib/form-action'
import { confirmByLink, ListingChangedError, proposeByLink } from '@/lib/freshness/mutations'
import { confirmationInput, structureProposal } from '@/lib/freshness/schema'

const pathOf = (token: string) => `/confirmer/${encodeURIComponent(token)}`

/** The page itself tells what became of its link. */
function orOver(error: unknown) {
  if (!(error instanceof NotFoundError)) throw error
}

/** A listing that changed meanwhile is shown anew. */
export const confirmAction = publicFormAction(confirmationInput, async (input) => {
  const path = pathOf(input.token)
  try {
    await confirmByLink(input, await requestAddress())
  } catch (error) {
    if (error instanceof ListingChangedError) redirect(`${path}?change=oui`)
    orOver(error)
  }
  redirect(path)
})

/** One that changed meanwhile keeps what was typed: sent again, it starts from the listing as it now is. */
export const proposeAction = publicFormAction(structureProposal, async (input, values) => {
  try {
    await proposeByLink(input, await requestAddress())
  } catch (error) {
    if (error instanceof ListingChangedError) {
      return { message: error.message, values: { ...values, version: [String(error.version)] } }
    }
    orOver(error)
  }
  redirect(pathOf(input.token))
})
