'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { formAction } from '@/lib/form-action'
import { confirmAsCoordinator, saveHubDelays, startFreshnessRound } from '@/lib/freshness/mutations'
import { coordinatorConfirmation, hubDelays } from '@/lib/freshness/schema'

const path = '/coordination/confirmations'

export const confirmListingAction = formAction(coordinatorConfirmation, async ({ id, version }, user) => {
  await confirmAsCoordinator(user, id, version)
  redirect(`${path}?fait=confirmed`)
})

export const saveDelaysAction = formAction(hubDelays, async (delays, user) => {
  await saveHubDelays(user, delays)
  redirect(`${path}?fait=saved`)
})

export const startRoundAction = formAction(z.object({}), async (_, user) => {
  await startFreshnessRound(user)
  redirect(`${path}?fait=started`)
})
