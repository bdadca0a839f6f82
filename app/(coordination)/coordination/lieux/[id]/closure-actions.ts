'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/form-action'
import { addClosure, removeClosure } from '@/lib/places/closures/mutations'
import { closureInput, closureRemoval } from '@/lib/places/closures/schema'

export const addClosureAction = formAction(closureInput, async (closure, user) => {
  await addClosure(user, closure)
  redirect(`/coordination/lieux/${closure.id}/horaires?fait=fermeture#fermetures`)
})

export const removeClosureAction = formAction(closureRemoval, async ({ id, closureId }, user) => {
  await removeClosure(user, id, closureId)
  redirect(`/coordination/lieux/${id}/horaires?fait=reouverture#fermetures`)
})
