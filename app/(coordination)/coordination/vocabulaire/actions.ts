'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { formAction } from '@/lib/form-action'
import type { FormState } from '@/lib/form-state'
import { countPlacesMeeting } from '@/lib/needs/back-office/queries'
import { createNeed, removeNeed, updateNeed } from '@/lib/needs/mutations'
import { type NeedInput, needEditRequest, needRemoval, newNeedRequest } from '@/lib/needs/schema'

export const createNeedAction = formAction(newNeedRequest, async ({ intent, ...input }, user) => {
  if (intent === 'preview') return preview(user, input)
  await createNeed(user, input)
  redirect('/coordination/vocabulaire?fait=ajout')
})

export const updateNeedAction = formAction(needEditRequest, async ({ intent, id, version, ...input }, user) => {
  if (intent === 'preview') return preview(user, input)
  await updateNeed(user, id, version, input)
  redirect('/coordination/vocabulaire?fait=modification')
})

export const removeNeedAction = formAction(needRemoval, async ({ id, version }, user) => {
  await removeNeed(user, id, version)
  redirect('/coordination/vocabulaire?fait=retrait')
})

/** How many places a citizen would find by these words; nothing is saved. */
async function preview(user: CurrentUser, input: NeedInput): Promise<Partial<FormState>> {
  const t = await getTranslations('coordination.vocabulary')
  return { tone: 'success', message: t('preview', await countPlacesMeeting(user, input)) }
}
