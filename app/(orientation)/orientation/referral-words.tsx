import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

/** The words that the forms of referrals say in the browser. */
export async function ReferralWords({ children }: { children: ReactNode }) {
  const { referral } = await getMessages()
  return <NextIntlClientProvider messages={{ referral }}>{children}</NextIntlClientProvider>
}
