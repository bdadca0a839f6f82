'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/form-action'
import { refreshNow, setRefresh, stopRefresh } from '@/lib/imports/refresh/mutations'
import { refreshRequest } from '@/lib/imports/refresh/schema'

export const refreshAction = formAction(refreshRequest, async (request, user) => {
  if (request.intent === 'set') await setRefresh(user, request)
  else if (request.intent === 'now') await refreshNow(user, request)
  else await stopRefresh(user, request)
  redirect(`/coordination/imports/sources?fait=${request.intent}`)
})
