'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { UserError } from '@/lib/errors'
import { formAction } from '@/lib/form-action'
import { chooseSheet, correctMapping, noteMapping, saveMapping } from '@/lib/imports/uploads/columns/mutations'
import { decideKind, decideRow } from '@/lib/imports/uploads/decisions/mutations'
import { correctedMapping } from '@/lib/imports/uploads/mapping-form'
import { applyRequested, removeUpload, retryUpload, undoRequested } from '@/lib/imports/uploads/mutations'
import { getUploadFor, getUploadForm } from '@/lib/imports/uploads/queries'
import {
  applyRequest,
  kindDecision,
  mappingRequest,
  rowDecision,
  sheetRequest,
  undoRequest,
  uploadRequest,
} from '@/lib/imports/uploads/schema'

const pageOf = (id: string) => `/coordination/imports/${id}`

export const saveMappingAction = formAction(mappingRequest, async ({ id, intent, ...answers }, user) => {
  await getUploadFor(user, id)
  const opened = await getUploadForm(id)
  if (!opened) throw new UserError('Ce fichier n’a pas encore été ouvert : rechargez la page.')
  const mapping = correctedMapping(opened.form, opened.mapping, answers)
  if (intent === 'values') {
    await noteMapping(user, id, mapping)
    redirect(`${pageOf(id)}#valeurs`)
  }
  await saveMapping(user, id, mapping)
  redirect(pageOf(id))
})

export const chooseSheetAction = formAction(sheetRequest, async ({ id, sheet }, user) => {
  await chooseSheet(user, id, sheet)
  redirect(pageOf(id))
})

export const correctMappingAction = formAction(uploadRequest, async ({ id }, user) => {
  await correctMapping(user, id)
  redirect(pageOf(id))
})

export const retryAction = formAction(uploadRequest, async ({ id }, user) => {
  await retryUpload(user, id)
  redirect(pageOf(id))
})

export const removeAction = formAction(uploadRequest, async ({ id }, user) => {
  await removeUpload(user, id)
  redirect('/coordination/imports?fait=abandon')
})

export const decideRowAction = formAction(rowDecision, async (decision, user) => {
  await decideRow(user, decision)
  refresh()
  return {}
})

export const decideKindAction = formAction(kindDecision, async (decision, user) => {
  await decideKind(user, decision)
  refresh()
  return {}
})

export const applyAction = formAction(applyRequest, async ({ id, version }, user) => {
  await applyRequested(user, id, version)
  redirect(pageOf(id))
})

export const undoAction = formAction(undoRequest, async ({ id, rest }, user) => {
  await undoRequested(user, id, rest === 'oui')
  redirect(pageOf(id))
})
