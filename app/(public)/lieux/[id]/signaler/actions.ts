'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { getLocalPath } from '@/components/site/local-path'
import { requestAddress } from '@/lib/auth'
import { publicFormAction } from '@/lib/form-action'
import { createReport, UnsealedFormError } from '@/lib/reports/mutations'
import { reportInput } from '@/lib/reports/schema'
import { TooManyAttemptsError } from '@/lib/throttle/limits'

/** Reports an error. What refuses it is said in the language of the page, with everything typed kept. */
export const reportAction = publicFormAction(reportInput, async (input) => {
  const t = await getTranslations('report')
  try {
    await createReport(input, await requestAddress())
  } catch (error) {
    if (error instanceof TooManyAttemptsError) {
      return { message: t('tooMany', { minutes: Math.ceil(error.waitMs / 60_000) }) }
    }
    if (error instanceof UnsealedFormError) return { message: t('tooFast') }
    throw error
  }
  redirect((await getLocalPath())(`/lieux/${input.placeId}/signaler?merci=oui`))
})
