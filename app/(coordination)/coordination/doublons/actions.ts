'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { mayCreateSomewhere } from '@/lib/accounts/territory'
import { declareDistinct, mergePlaces, sweepDuplicates, undoMerge } from '@/lib/duplicates/mutations'
import { mergeUndo, pairDecision } from '@/lib/duplicates/schema'
import { ForbiddenError, UserError } from '@/lib/errors'
import { formAction } from '@/lib/form-action'
import { VersionConflictError } from '@/lib/places/version-conflict'

export const sweepAction = formAction(z.object({}), async (_, user) => {
  if (!mayCreateSomewhere(user)) throw new ForbiddenError('Votre compte ne permet pas de chercher les doublons.')
  const { added } = await sweepDuplicates()
  redirect(`/coordination/doublons?trouves=${added}`)
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
