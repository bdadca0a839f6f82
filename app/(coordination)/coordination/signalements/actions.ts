'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/form-action'
import { answerReport } from '@/lib/reports/mutations'
import { reportAnswer } from '@/lib/reports/schema'

export const answerReportAction = formAction(reportAnswer, async ({ id, status }, user) => {
  await answerReport(user, id, status)
  redirect(`/coordination/signalements?fait=${status.toLowerCase()}`)
})
