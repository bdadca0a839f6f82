'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { declareDistinct, mergePlaces, undoMerge } from '@/lib/duplicates/mutations'
import { mergeUndo, pairDecision } from '@/lib/duplicates/schema'
import { askSweep } from '@/lib/duplicates/sweep/mutations'
import { UserError } from '@/lib/errors'
import { formAction } from '@/lib/form-action'
import { VersionConflictError } from '@/lib/places/version-conflict'

export const sweepAction = formAction(z.object({}), async (_, user) => {
  await askSweep(user)
  redirect('/coordination/doublons')
})

export const decidePairAction = formAction(pairDecision, async (decision, user) => {
  if (decision.intent === 'distinct') {
    await declareDistinct(user, decision.one, decision.other)
    redirect('/coordination/doublons?fait=distincts')
  }
  const { keptId } = await mergePlaces(user, decision).catch((error: unknown) => {
    if (!(error instanceof VersionConflictError)) throw error
    throw new UserError('Une des deux fiches a changé entre-temps\u00a0: rechargez la page, puis comparez à nouveau.')
  })
  redirect(`/coordination/lieux/${keptId}?fait=reunion`)
})

export const undoMergeAction = formAction(mergeUndo, async ({ id }, user) => {
  const { goneId } = await undoMerge(user, id)
  redirect(`/coordination/lieux/${goneId}?fait=separation`)
})
