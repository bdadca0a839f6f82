import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

/** The words that the forms of joining and of teams say in the browser. */
export async function JoiningWords({ children }: { children: ReactNode }) {
  const { account, joining, organisation, where } = await getMessages()
  return (
    <NextIntlClientProvider messages={{ account, joining, organisation, where }}>{children}</NextIntlClientProvider>
  )
}
