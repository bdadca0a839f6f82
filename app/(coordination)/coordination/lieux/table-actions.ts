'use server'

import { redirect } from 'next/navigation'
import { UserError } from '@/lib/errors'
import { formAction } from '@/lib/form-action'
import { prepareBulkEdit, startBulkEdit, undoBulkEdit } from '@/lib/places/bulk/mutations'
import { bulkAnswer, bulkRequest } from '@/lib/places/bulk/schema'
import { parametersOf, tableHref } from '@/lib/places/table/address'
import { readFilters } from '@/lib/places/table/filters'
import { tableChoicesFor } from '@/lib/places/table/queries'
import { changeView } from '@/lib/places/views/mutations'
import { viewRequest } from '@/lib/places/views/schema'

export const prepareBulkEditAction = formAction(bulkRequest, async ({ change, ids, all, query }, user) => {
  const choices = await tableChoicesFor(user)
  if (change.kind === 'assign' && !isOneOf(choices.colleagues, change.userId)) {
    throw new UserError('Cette personne ne suit pas de lieu de votre territoire.')
  }
  if (!all) redirect(bulkEditPath(await prepareBulkEdit(user, change, { ids })))
  const { filters, unknown } = readFilters(parametersOf(query), choices)
  // What is not understood would widen the search, and so what is changed.
  if (unknown.length > 0) throw new UserError('Un filtre de cette recherche n’existe pas\u00a0: retirez-le d’abord.')
  redirect(bulkEditPath(await prepareBulkEdit(user, change, { filters })))
})

export const bulkEditAction = formAction(bulkAnswer, async (answer, user) => {
  if (answer.intent === 'undo') redirect(bulkEditPath(await undoBulkEdit(user, answer.id)))
  await startBulkEdit(user, answer.id, answer.reason)
  redirect(bulkEditPath(answer.id))
})

export const viewAction = formAction(viewRequest, async (request, user) => {
  await changeView(user, request)
  const query = request.intent === 'keep' ? parametersOf(request.query) : {}
  const href = tableHref(query)
  redirect(`${href}${href.includes('?') ? '&' : '?'}fait=vue-${request.intent}`)
})

const bulkEditPath = (id: string) => `/coordination/lieux/modifications/${id}`

function isOneOf(colleagues: readonly { id: string }[], userId: string | null): boolean {
  return userId === null || colleagues.some(({ id }) => id === userId)
}
